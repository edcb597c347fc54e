// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/translate.h"
#include "core/report/header_wording.h"

#include <algorithm>

namespace tcpladder {

namespace {

struct FlagWords
{
    TcpFlag flag;
    std::string_view name;
    std::string_view clause;
    std::string_view meaning;
    std::string_view
        set; ///< %1 sequence number, %2 acknowledgment number, %3 payload bytes, %4 sequence number of the FIN
    std::string_view clear; ///< the same arguments
};

constexpr auto flagWords = std::to_array<FlagWords>({
    {TcpFlag::Fin, TCPLADDER_TR("core", "FIN: no more data from the sender"), "RFC 9293 3.1, 3.6",
        TCPLADDER_TR("core", "The sender closes its direction. The other direction stays open until its own FIN."),
        TCPLADDER_TR("core", "Set: it uses the sequence number %4, behind the data."),
        TCPLADDER_TR("core", "Not set: the sender may send more.")},
    {TcpFlag::Syn, TCPLADDER_TR("core", "SYN: synchronize sequence numbers"), "RFC 9293 3.1, 3.5",
        TCPLADDER_TR("core", "Opens one direction: the sequence number of this segment is the initial one."),
        TCPLADDER_TR("core", "Set: the initial sequence number is %1. The SYN uses it, data begins behind it."),
        TCPLADDER_TR("core", "Not set: this segment opens nothing.")},
    {TcpFlag::Rst, TCPLADDER_TR("core", "RST: reset the connection"), "RFC 9293 3.1, 3.5.2",
        TCPLADDER_TR("core",
            "The receiver deletes the connection and answers nothing, if the sequence number is the one that it "
            "expects."),
        TCPLADDER_TR("core", "Set, with sequence number %1."), TCPLADDER_TR("core", "Not set.")},
    {TcpFlag::Psh, TCPLADDER_TR("core", "PSH: push function"), "RFC 9293 3.1, 3.9.1.2",
        TCPLADDER_TR("core", "The receiver should hand the data to the application without waiting for more."),
        TCPLADDER_TR("core", "Set, with %3 bytes of data."), TCPLADDER_TR("core", "Not set.")},
    {TcpFlag::Ack, TCPLADDER_TR("core", "ACK: the acknowledgment number counts"), "RFC 9293 3.1, 3.4",
        TCPLADDER_TR(
            "core", "All segments but the first SYN have it: every byte before the acknowledgment number has arrived."),
        TCPLADDER_TR("core", "Set: acknowledges everything before %2."),
        TCPLADDER_TR("core", "Not set: the acknowledgment number means nothing.")},
    {TcpFlag::Urg, TCPLADDER_TR("core", "URG: the urgent pointer counts"), "RFC 9293 3.1, 3.8.5",
        TCPLADDER_TR("core", "The urgent pointer says where urgent data ends. New applications should not use it."),
        TCPLADDER_TR("core", "Set: see the urgent pointer."),
        TCPLADDER_TR("core", "Not set: the urgent pointer means nothing.")},
    {TcpFlag::Ece, TCPLADDER_TR("core", "ECE: ECN-Echo"), "RFC 3168 6.1",
        TCPLADDER_TR("core",
            "In a SYN it offers or accepts Explicit Congestion Notification; later it says that a router marked a "
            "packet instead of dropping it."),
        TCPLADDER_TR("core", "Set."), TCPLADDER_TR("core", "Not set.")},
    {TcpFlag::Cwr, TCPLADDER_TR("core", "CWR: congestion window reduced"), "RFC 3168 6.1.2",
        TCPLADDER_TR("core",
            "In a SYN it offers Explicit Congestion Notification; later it says that the sender has slowed down "
            "after an ECN-Echo."),
        TCPLADDER_TR("core", "Set."), TCPLADDER_TR("core", "Not set.")},
    {TcpFlag::Ae, TCPLADDER_TR("core", "AE: accurate ECN"), "RFC 9768 3.1",
        TCPLADDER_TR("core",
            "In a SYN, together with CWR and ECE, it offers to count each congestion mark; where both sides agree, "
            "the three bits are that counter. It was called NS before, and was reserved in RFC 9293."),
        TCPLADDER_TR("core", "Set."), TCPLADDER_TR("core", "Not set.")},
});

std::vector<std::string> flagArguments(const Segment& segment)
{
    return {std::to_string(segment.sequence.value), std::to_string(segment.acknowledgment.value),
        std::to_string(segment.payloadLength), std::to_string((segment.sequence + segment.payloadLength).value)};
}

Message openingMessage(const Segment& segment)
{
    if (segment.has(TcpFlag::Fin) || segment.has(TcpFlag::Rst))
        return {TCPLADDER_TR("core", "No correct TCP sends SYN together with FIN or RST."), {}};
    if (segment.has(TcpFlag::Ack))
        return {TCPLADDER_TR("core",
                    "Accepts the connection: the sender's own initial sequence number is %1, and it acknowledges "
                    "the peer's SYN with %2."),
            flagArguments(segment)};
    return {TCPLADDER_TR("core", "Opens a connection: the sender's initial sequence number is %1."),
        flagArguments(segment)};
}

Message plainMessage(const Segment& segment)
{
    if (!segment.has(TcpFlag::Ack)) {
        return {segment.flags.bits == 0 ? TCPLADDER_TR("core", "No flag is set; a receiver drops such a segment.")
                                        : TCPLADDER_TR("core",
                                              "Without ACK a receiver drops the segment, unless it opens or "
                                              "resets a connection."),
            {}};
    }
    if (segment.payloadLength == 0)
        return {
            TCPLADDER_TR("core", "Acknowledges everything before %2. It carries no data and uses no sequence number."),
            flagArguments(segment)};
    return {TCPLADDER_TR(
                "core", "Carries %3 bytes of data from sequence number %1, and acknowledges everything before %2."),
        flagArguments(segment)};
}

Message finMessage(const Segment& segment)
{
    return {segment.has(TcpFlag::Ack)
            ? TCPLADDER_TR("core",
                  "The sender closes its direction: its FIN uses sequence number %4. It acknowledges everything "
                  "before %2.")
            : TCPLADDER_TR("core", "The sender closes its direction: its FIN uses sequence number %4."),
        flagArguments(segment)};
}

Message mainMessage(const Segment& segment)
{
    if (segment.has(TcpFlag::Syn))
        return openingMessage(segment);
    if (segment.has(TcpFlag::Rst))
        return {TCPLADDER_TR("core", "Resets the connection: whoever accepts it forgets the connection at once."), {}};
    if (segment.has(TcpFlag::Fin))
        return finMessage(segment);
    return plainMessage(segment);
}

FieldExplanation explainOffsetBit(const FlagsWordBit& bit, const Segment& segment)
{
    const unsigned words = segment.headerLength / 4U;
    const bool isSet = segment.headerLength >> 2 & (1U << (bit.position - 12U));
    return {TCPLADDER_TR("core", "Data offset"), "RFC 9293 3.1",
        {TCPLADDER_TR(
             "core", "The length of the header in words of 32 bits, where the data begins. This bit counts %1."),
            {std::string(bit.name)}},
        {isSet ? TCPLADDER_TR("core", "Set: the four bits together say %1 words, which are %2 bytes.")
               : TCPLADDER_TR("core", "Not set: the four bits together say %1 words, which are %2 bytes."),
            {std::to_string(words), std::to_string(segment.headerLength)}}};
}

} // namespace

FieldExplanation explainFlagsBit(const FlagsWordBit& bit, const Segment& segment)
{
    if (bit.part == FlagsWordPart::DataOffset)
        return explainOffsetBit(bit, segment);
    if (!bit.flag) {
        return {TCPLADDER_TR("core", "Reserved bit"), "RFC 9293 3.1",
            {TCPLADDER_TR(
                 "core", "Kept for future use: zero in segments that are sent, ignored in those that are received."),
                {}},
            {segment.flags.bits & bit.mask() ? TCPLADDER_TR("core", "Set, which is unusual.")
                                             : TCPLADDER_TR("core", "Zero, as it should be."),
                {}}};
    }
    const auto& words = *std::ranges::find(flagWords, *bit.flag, &FlagWords::flag);
    return {words.name, words.clause, {words.meaning, {}},
        {segment.has(*bit.flag) ? words.set : words.clear, flagArguments(segment)}};
}

std::vector<Message> explainFlags(const Segment& segment)
{
    std::vector<Message> messages{mainMessage(segment)};
    if (segment.has(TcpFlag::Psh) && segment.payloadLength > 0)
        messages.push_back({TCPLADDER_TR("core", "PSH: the receiver should hand them on at once."), {}});
    if (segment.has(TcpFlag::Urg))
        messages.push_back({TCPLADDER_TR("core", "URG: some of the data is urgent."), {}});
    const bool offersEcn = segment.has(TcpFlag::Syn) && segment.has(TcpFlag::Ece);
    if (offersEcn)
        messages.push_back({TCPLADDER_TR("core", "It also speaks for Explicit Congestion Notification."), {}});
    return messages;
}

} // namespace tcpladder
