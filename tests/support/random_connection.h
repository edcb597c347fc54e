// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/segment.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <random>
#include <vector>

namespace tcpladder {

struct Heard
{
    Segment segment;
    Side sender = Side::A;
};

/// A short connection as hosts have them by the thousand. Now and then something in it is not as usual.
class RandomConnection
{
public:
    /// strangeness: of a thousand segments.
    RandomConnection(std::mt19937& random, unsigned strangeness)
        : m_random(random)
        , m_strangeness(strangeness)
        , m_hasTimestamps(oneIn(2))
        , m_isNumbered(oneIn(2))
        , m_isTimed(!oneIn(8))
    {
        for (const std::size_t side : {0, 1}) {
            m_next[side].value = number();
            m_tick[side] = number();
            m_number[side] = static_cast<std::uint16_t>(number());
        }
        open();
    }

    const std::vector<Heard>& heard() const { return m_heard; }

private:
    static constexpr TcpFlags syn{0x002};
    static constexpr TcpFlags synAck{0x012};
    static constexpr TcpFlags synWithEcn{0x0c2};
    static constexpr TcpFlags synAckWithEcn{0x052};
    static constexpr TcpFlags ack{0x010};
    static constexpr TcpFlags pushed{0x018};
    static constexpr TcpFlags finAck{0x011};
    static constexpr TcpFlags rst{0x004};
    static constexpr TcpFlags rstAck{0x014};

    std::uint32_t number() { return static_cast<std::uint32_t>(m_random()); }
    bool oneIn(unsigned count) { return number() % count == 0; }

    void pass()
    {
        Duration passed = std::chrono::microseconds(1 + number() % 3000);
        if (oneIn(5))
            passed += std::chrono::milliseconds(number() % 1500);
        m_time += passed;
        for (std::uint32_t& tick : m_tick)
            tick += static_cast<std::uint32_t>(passed / std::chrono::milliseconds(1));
    }

    Segment make(Side sender, TcpFlags flags, std::uint32_t length)
    {
        const std::size_t own = indexOf(sender);
        Segment segment;
        segment.time = m_isTimed ? m_time : unknownTime;
        segment.source.version = segment.destination.version = IpVersion::V4;
        segment.trafficClass = static_cast<std::uint8_t>(number() % 3);
        segment.timeToLive = sender == Side::A ? 64 : 57;
        segment.flags = flags;
        segment.headerLength = 20;
        segment.sequence = m_next[own];
        segment.acknowledgment = flags.has(TcpFlag::Ack) ? m_next[1 - own] : SequenceNumber{};
        segment.window = 500;
        segment.payloadLength = length;
        segment.checksum = static_cast<std::uint16_t>(number());
        segment.checksumStatus = ChecksumStatus::Good;
        if (m_isNumbered && !(oneIn(20) && flags == ack))
            segment.ipIdentification = std::max<std::uint16_t>(++m_number[own], 1);
        if (m_hasTimestamps && !flags.has(TcpFlag::Rst))
            segment.options.timestamps = {m_tick[own], oneIn(30) ? m_echo[own] - 1 : m_echo[own]};
        if (flags.has(TcpFlag::Syn)) {
            segment.options.maximumSegmentSize = static_cast<std::uint16_t>(1000 + number() % 3);
            if (oneIn(2))
                segment.options.windowScale = static_cast<std::uint8_t>(number() % 4);
        }
        return segment;
    }

    void say(Side sender, TcpFlags flags, std::uint32_t length = 0)
    {
        pass();
        Heard heard{make(sender, flags, length), sender};
        if (number() % 1000 < m_strangeness)
            disturb(heard.segment);
        m_heard.push_back(heard);
        const std::size_t own = indexOf(sender);
        m_next[own] = std::max(m_next[own], heard.segment.endOfSequence());
        if (heard.segment.options.timestamps)
            m_echo[1 - own] = heard.segment.options.timestamps->value;
    }

    void open()
    {
        const SequenceNumber initial = m_next[0];
        const bool offersEcn = oneIn(6);
        say(Side::A, offersEcn ? synWithEcn : syn);
        for (int i = 0; i < 3 && oneIn(4); ++i) {
            m_time += std::chrono::seconds(1);
            m_next[0] = initial;
            say(Side::A, offersEcn && oneIn(2) ? synWithEcn : syn);
        }
        if (oneIn(8))
            return;
        if (oneIn(4)) {
            m_next[1] = {};
            return say(Side::B, rstAck);
        }
        say(Side::B, offersEcn && oneIn(2) ? synAckWithEcn : synAck);
        if (!oneIn(10))
            say(Side::A, ack);
        if (oneIn(10))
            return say(oneIn(2) ? Side::A : Side::B, rst);
        for (int i = 0; i < 4 && oneIn(2); ++i)
            exchange();
        close();
    }

    void exchange()
    {
        const Side asks = oneIn(4) ? Side::B : Side::A;
        say(asks, oneIn(2) ? pushed : ack, 1 + number() % 400);
        if (oneIn(2))
            say(peerOf(asks), ack);
        if (oneIn(2))
            say(peerOf(asks), pushed, 1 + number() % 400);
    }

    void close()
    {
        const Side closes = oneIn(2) ? Side::A : Side::B;
        if (oneIn(4))
            return say(closes, oneIn(2) ? rst : rstAck);
        say(closes, finAck, oneIn(5) ? 10 : 0);
        if (oneIn(12))
            say(closes, ack, 5);
        if (oneIn(3))
            say(peerOf(closes), ack);
        if (oneIn(4))
            return say(oneIn(2) ? closes : peerOf(closes), oneIn(2) ? rst : rstAck);
        if (oneIn(8))
            say(peerOf(closes), ack, 20);
        say(peerOf(closes), finAck);
        say(closes, ack);
        if (oneIn(20))
            say(peerOf(closes), finAck);
    }

    void disturb(Segment& segment)
    {
        switch (number() % 25) {
        case 0: segment.sequence = segment.sequence + 400; break;
        case 1: segment.sequence = SequenceNumber{segment.sequence.value - 1}; break;
        case 2: segment.acknowledgment = SequenceNumber{segment.acknowledgment.value - 1}; break;
        case 3: segment.acknowledgment = segment.acknowledgment + 500; break;
        case 4: segment.window = 0; break;
        case 5: segment.checksumStatus = ChecksumStatus::Bad; break;
        case 6: segment.checksumStatus = ChecksumStatus::Partial; break;
        case 7: segment.trafficClass = 3; break;
        case 8: segment.payloadLength = 1001; break;
        case 9: segment.ipIdentification = 0; break;
        case 10: segment.options.sackBlocks[segment.options.sackBlockCount++] = {{1}, {2}}; break;
        case 11: segment.options.timestamps.reset(); break;
        case 12: segment.options.timestamps = {segment.options.timestamps->value - 5000, 0}; break;
        case 13: segment.flags = segment.flags.with(TcpFlag::Urg); break;
        case 14: m_heard.push_back({segment, m_heard.empty() ? Side::A : m_heard.back().sender}); break;
        case 15: segment.payloadLength = 500; break;
        case 16: segment.known.remove(TcpField::Window); break;
        case 17: segment.hasMalformedHeader = true; break;
        case 18: segment.flags = segment.flags.with(TcpFlag::Fin); break;
        case 19: segment.flags = rst; break;
        case 20: segment.flags = segment.flags.with(TcpFlag::Ece).with(TcpFlag::Cwr); break;
        case 21: segment.options.fastOpenCookieLength = std::uint8_t{8}; break;
        case 22: segment.options.timestamps = {m_tick[0], m_tick[1]}; break;
        case 23: segment.flags = segment.flags.without(TcpFlag::Ack); break;
        case 24: segment.ipIdentification = --m_number[oneIn(2)]; break;
        default: break;
        }
    }

    std::mt19937& m_random;
    unsigned m_strangeness;
    bool m_hasTimestamps;
    bool m_isNumbered;
    bool m_isTimed;
    Timestamp m_time{std::chrono::hours(500'000)};
    std::array<SequenceNumber, 2> m_next;
    std::array<std::uint32_t, 2> m_tick{};
    std::array<std::uint32_t, 2> m_echo{};
    std::array<std::uint16_t, 2> m_number{};
    std::vector<Heard> m_heard;
};

} // namespace tcpladder
