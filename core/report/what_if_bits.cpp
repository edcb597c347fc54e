// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/translate.h"
#include "core/report/what_if_wording.h"

namespace tcpladder {

namespace {

constexpr std::uint16_t reservedMask = 0x0e00;
constexpr std::uint16_t ecnMask = 0x01c0; ///< AE, CWR, ECE

class BitsReader
{
public:
    BitsReader(const Segment& changed, const Segment& captured, const Situation& situation)
        : m_changed(changed)
        , m_captured(captured)
        , m_situation(situation)
    {
    }

    std::vector<WhatIfLine> read()
    {
        readCombination();
        readPush();
        readUrgent();
        readEcn();
        readReserved();
        readOffset();
        return std::move(m_lines);
    }

private:
    bool has(TcpFlag flag) const { return m_changed.has(flag); }
    bool isFlipped(TcpFlag flag) const { return has(flag) != m_captured.has(flag); }

    void say(std::string_view text, std::vector<std::string> arguments, std::string_view clause, bool isWrong = false)
    {
        m_lines.push_back({{text, std::move(arguments)}, clause, isWrong});
    }

    void readCombination()
    {
        const int controls = has(TcpFlag::Syn) + has(TcpFlag::Fin) + has(TcpFlag::Rst);
        if (controls > 1)
            say(TCPLADDER_TR("core",
                    "No correct TCP sends more than one of SYN, FIN and RST: such segments come from port scanners."),
                {}, "RFC 9293 3.10.7", true);
        const bool needsAck = !has(TcpFlag::Syn) && !has(TcpFlag::Rst);
        if (needsAck && !has(TcpFlag::Ack))
            say(TCPLADDER_TR("core", "Behind the first SYN, a correct TCP sets ACK in every segment."), {},
                "RFC 9293 3.1", true);
        if (has(TcpFlag::Syn) && m_situation.synEnd[indexOf(m_situation.sender)] && !m_captured.has(TcpFlag::Syn))
            say(TCPLADDER_TR("core",
                    "The sender has sent its SYN already: another one with number %1 doesn't belong to this "
                    "connection."),
                {std::to_string(m_changed.sequence.value)}, "RFC 9293 3.5", true);
    }

    void readPush()
    {
        if (!isFlipped(TcpFlag::Psh))
            return;
        if (!has(TcpFlag::Psh))
            say(TCPLADDER_TR("core", "Without PSH the receiver may keep the data until there is more."), {},
                "RFC 9293 3.9.1.2");
        else if (m_changed.payloadLength == 0)
            say(TCPLADDER_TR("core", "PSH without data: there is nothing to push."), {}, "RFC 9293 3.9.1.2");
        else
            say(TCPLADDER_TR("core", "PSH: the receiver should hand the %1 bytes to the application at once."),
                {std::to_string(m_changed.payloadLength)}, "RFC 9293 3.9.1.2");
    }

    void readUrgent()
    {
        if (!isFlipped(TcpFlag::Urg))
            return;
        if (has(TcpFlag::Urg))
            say(TCPLADDER_TR("core",
                    "URG: the urgent pointer, which is %1, would count. Urgent data would end before number %2."),
                {std::to_string(m_changed.urgentPointer),
                    std::to_string((m_changed.sequence + m_changed.urgentPointer).value)},
                "RFC 9293 3.8.5");
        else
            say(TCPLADDER_TR("core", "Without URG nothing of the data is urgent."), {}, "RFC 9293 3.8.5");
    }

    void readEcn()
    {
        if (((m_changed.flags.bits ^ m_captured.flags.bits) & (ecnMask | 0x002)) == 0)
            return;
        if ((m_changed.flags.bits & ecnMask) == 0) {
            if (m_captured.flags.bits & ecnMask)
                say(TCPLADDER_TR("core", "Without AE, CWR and ECE nothing is said of congestion marks."), {},
                    "RFC 3168 6.1");
        } else if (has(TcpFlag::Syn)) {
            readEcnOfSyn();
        } else {
            readEcnLater();
        }
    }

    /// RFC 9768 section 3.1.1, table 2, and RFC 3168 section 6.1.1.
    void readEcnOfSyn()
    {
        const bool ae = has(TcpFlag::Ae);
        const bool cwr = has(TcpFlag::Cwr);
        const bool ece = has(TcpFlag::Ece);
        if (has(TcpFlag::Ack) && ece && !cwr && !ae)
            say(TCPLADDER_TR("core", "In a SYN,ACK, ECE alone accepts Explicit Congestion Notification."), {},
                "RFC 3168 6.1.1");
        else if (has(TcpFlag::Ack) && (ae || cwr))
            say(TCPLADDER_TR("core",
                    "In a SYN,ACK, these bits accept accurate ECN, if the SYN offered it, and repeat the ECN mark "
                    "that the SYN arrived with."),
                {}, "RFC 9768 3.1.1");
        else if (ae && cwr && ece)
            say(TCPLADDER_TR("core", "In a SYN, AE, CWR and ECE together offer accurate ECN."), {}, "RFC 9768 3.1.1");
        else if (cwr && ece && !ae)
            say(TCPLADDER_TR("core", "In a SYN, CWR and ECE together offer Explicit Congestion Notification."), {},
                "RFC 3168 6.1.1");
        else
            say(TCPLADDER_TR("core",
                    "In a SYN this combination of AE, CWR and ECE offers nothing: ECN takes CWR and ECE, accurate ECN "
                    "all three."),
                {}, "RFC 9768 3.1.1", true);
    }

    void readEcnLater()
    {
        if (has(TcpFlag::Ae)) {
            say(TCPLADDER_TR("core",
                    "Behind the handshake AE, CWR and ECE are one counter of marked packets, here %1, if both sides "
                    "agreed on accurate ECN; else AE means nothing."),
                {std::to_string(m_changed.flags.bits >> 6 & 7)}, "RFC 9768 3.2.2");
            return;
        }
        if (has(TcpFlag::Ece))
            say(TCPLADDER_TR("core",
                    "ECE: the sender would say that a router marked one of the peer's packets, and the peer would "
                    "slow down, if both agreed on ECN in the handshake."),
                {}, "RFC 3168 6.1.3");
        if (has(TcpFlag::Cwr))
            say(TCPLADDER_TR("core",
                    "CWR: the sender would say that it has slowed down after an ECE, and the peer would stop sending "
                    "ECE."),
                {}, "RFC 3168 6.1.2");
    }

    void readReserved()
    {
        if (m_changed.flags.bits & reservedMask)
            say(TCPLADDER_TR("core", "Reserved bits must be zero in segments that are sent; a receiver ignores them."),
                {}, "RFC 9293 3.1", true);
    }

    void readOffset()
    {
        const unsigned length = m_changed.headerLength;
        const unsigned before = m_captured.headerLength;
        if (length == before)
            return;
        const unsigned all = before + m_captured.payloadLength;
        if (length < 20)
            say(TCPLADDER_TR(
                    "core", "Data offset %1: the header would be %2 bytes long, but no header is shorter than 20."),
                {std::to_string(length / 4), std::to_string(length)}, "RFC 9293 3.1", true);
        else if (length > all)
            say(TCPLADDER_TR("core", "Data offset %1: the header would end %2 bytes behind the segment's end."),
                {std::to_string(length / 4), std::to_string(length - all)}, "RFC 9293 3.1", true);
        else if (length < before)
            say(TCPLADDER_TR("core",
                    "Data offset %1: the data would begin at byte %2 of the segment. %3 bytes of options would be "
                    "read as data."),
                {std::to_string(length / 4), std::to_string(length), std::to_string(before - length)}, "RFC 9293 3.1",
                true);
        else
            say(TCPLADDER_TR("core",
                    "Data offset %1: the data would begin at byte %2 of the segment. %3 bytes of data would be read "
                    "as options."),
                {std::to_string(length / 4), std::to_string(length), std::to_string(length - before)}, "RFC 9293 3.1",
                true);
    }

    const Segment& m_changed;
    const Segment& m_captured;
    const Situation& m_situation;
    std::vector<WhatIfLine> m_lines;
};

} // namespace

std::vector<WhatIfLine> explainBits(const Segment& changed, const Segment& captured, const Situation& situation)
{
    return BitsReader(changed, captured, situation).read();
}

} // namespace tcpladder
