// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finding/capture_point.h"

#include <algorithm>

namespace tcpladder {

namespace {

/// What systems start with: Linux and macOS 64, Windows 128, routers 255.
bool isAsSent(std::uint8_t timeToLive)
{
    return timeToLive == 64 || timeToLive == 128 || timeToLive == 255;
}

/// Below this a network has no length: where answers come as fast, scheduling is all that the times show.
constexpr Duration leastRoundTrip = std::chrono::milliseconds(1);

/// A side whose part of the round trip is less than one in this many is here.
constexpr int partsOfRoundTrip = 10;

} // namespace

void CapturePointWatch::noteHandshake(TcpFlags flags, Timestamp time, Side sender)
{
    const bool isSyn = flags.has(TcpFlag::Syn);
    if (isSyn && !flags.has(TcpFlag::Ack)) {
        m_syn = time;
        m_client = sender;
    } else if (isSyn && sender != m_client && !m_serverAnswer) {
        m_serverAnswer = timeBetween(m_syn, time);
        m_synAck = time;
    } else if (!isSyn && sender == m_client && m_serverAnswer && flags.has(TcpFlag::Ack)) {
        m_clientAnswer = timeBetween(m_synAck, time);
    }
}

CapturePoint CapturePointWatch::byTimeToLive() const
{
    if (m_timeToLive[0] == 0 || m_timeToLive[1] == 0)
        return CapturePoint::Unknown;
    const bool isA = isAsSent(m_timeToLive[0]);
    const bool isB = isAsSent(m_timeToLive[1]);
    if (isA && isB)
        return CapturePoint::Unknown; // no router between them: anywhere on one link
    return isA ? CapturePoint::AtA : isB ? CapturePoint::AtB : CapturePoint::Between;
}

CapturePoint CapturePointWatch::byAnswerTimes() const
{
    if (!m_serverAnswer || !m_clientAnswer || *m_serverAnswer < Duration::zero() || *m_clientAnswer < Duration::zero())
        return CapturePoint::Unknown;
    const Duration roundTrip = *m_serverAnswer + *m_clientAnswer;
    if (roundTrip < leastRoundTrip)
        return CapturePoint::Unknown;
    const auto at = [](Side side) { return side == Side::A ? CapturePoint::AtA : CapturePoint::AtB; };
    if (*m_clientAnswer < roundTrip / partsOfRoundTrip)
        return at(m_client);
    return *m_serverAnswer < roundTrip / partsOfRoundTrip ? at(peerOf(m_client)) : CapturePoint::Between;
}

CapturePointVerdict CapturePointWatch::verdict() const
{
    if (m_isUnfinished[0] || m_isUnfinished[1]) {
        const CapturePoint point = !m_isUnfinished[1] ? CapturePoint::AtA
            : !m_isUnfinished[0]                      ? CapturePoint::AtB
                                                      : CapturePoint::AtBoth;
        return {point, CapturePointEvidence::Checksums};
    }
    if (const CapturePoint point = byTimeToLive(); point != CapturePoint::Unknown)
        return {point, CapturePointEvidence::TimeToLive};
    if (const CapturePoint point = byAnswerTimes(); point != CapturePoint::Unknown)
        return {point, CapturePointEvidence::AnswerTimes};
    return {};
}

} // namespace tcpladder
