// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/what_if_wording.h"

#include "core/base/translate.h"
#include "core/decode/checksum.h"

namespace tcpladder {

namespace {

constexpr std::size_t wordOffset = 12;
constexpr std::size_t checksumOffset = 16;

std::string hexWord(std::uint16_t word)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "0x";
    for (int shift = 12; shift >= 0; shift -= 4)
        text += digits[word >> shift & 0xf];
    return text;
}

std::string sideName(Side side)
{
    return side == Side::A ? "A" : "B";
}

std::string_view changeText(bool isSender, bool isChange, bool isAsCaptured)
{
    if (isSender && isChange)
        return isAsCaptured ? TCPLADDER_TR("core", "Sender %1: %2 → %3, as captured.")
                            : TCPLADDER_TR("core", "Sender %1: %2 → %3 (captured: %4).");
    if (isSender)
        return isAsCaptured ? TCPLADDER_TR("core", "Sender %1 stays in %2, as captured.")
                            : TCPLADDER_TR("core", "Sender %1 stays in %2 (captured: %4).");
    if (isChange)
        return isAsCaptured ? TCPLADDER_TR("core", "Receiver %1, if it arrives: %2 → %3, as captured.")
                            : TCPLADDER_TR("core", "Receiver %1, if it arrives: %2 → %3 (captured: %4).");
    return isAsCaptured ? TCPLADDER_TR("core", "Receiver %1 stays in %2, as captured.")
                        : TCPLADDER_TR("core", "Receiver %1 stays in %2 (captured: %4).");
}

WhatIfLine changeLine(const WhatIfChange& change, Side side, const Situation& situation)
{
    const TcpState captured = situation.after[indexOf(side)];
    const bool isAsCaptured = change.after == captured;
    WhatIfLine line;
    line.message = {changeText(side == situation.sender, change.isChange(), isAsCaptured),
        {sideName(side), std::string(stateName(change.before)), std::string(stateName(change.after)),
            std::string(stateName(captured))}};
    if (change.rule)
        line.clause = clauseOf(*change.rule);
    return line;
}

struct ReactionWords
{
    std::string_view text; ///< %1 the expected number
    std::string_view clause;
};

ReactionWords reactionWords(WhatIfReaction reaction)
{
    switch (reaction) {
    case WhatIfReaction::Accepts: break;
    case WhatIfReaction::DropsMalformed:
        return {TCPLADDER_TR("core", "The receiver drops it: its header can't be read."), "RFC 9293 3.1"};
    case WhatIfReaction::DropsWithoutAck:
        return {TCPLADDER_TR("core", "The receiver drops it: in its state every segment has ACK, SYN or RST."),
            "RFC 9293 3.10.7"};
    case WhatIfReaction::DropsReset:
        return {
            TCPLADDER_TR("core", "The receiver ignores this RST: it fits no connection of its own."), "RFC 9293 3.5.3"};
    case WhatIfReaction::DropsInListen:
        return {TCPLADDER_TR("core", "The receiver drops it: in LISTEN only a SYN counts."), "RFC 9293 3.10.7.2"};
    case WhatIfReaction::AnswersReset:
        return {TCPLADDER_TR("core", "The receiver answers with RST: it knows nothing that this could belong to."),
            "RFC 9293 3.5.2"};
    case WhatIfReaction::AnswersChallenge:
        return {TCPLADDER_TR("core",
                    "The receiver changes nothing and only answers with an ACK of what it expects, a challenge ACK: "
                    "anybody could have sent this."),
            "RFC 9293 3.10.7.4"};
    case WhatIfReaction::AnswersDuplicate:
        return {TCPLADDER_TR("core", "The receiver has all of it already (it waits for %1): it only repeats its ACK."),
            "RFC 9293 3.10.7.4 first"};
    case WhatIfReaction::AnswersUnsent:
        return {TCPLADDER_TR("core",
                    "The receiver drops it and answers with an ACK: the acknowledgment number covers what it has not "
                    "sent yet."),
            "RFC 9293 3.10.7.4 fifth"};
    case WhatIfReaction::WaitsForHole:
        return {TCPLADDER_TR("core", "The FIN has to wait: the receiver lacks what comes before it, from %1 on."),
            "RFC 9293 3.10.7.4"};
    }
    return {};
}

void addReaction(WhatIf& whatIf, const Situation& situation)
{
    const ReactionWords words = reactionWords(whatIf.outcome.reaction);
    if (words.text.empty())
        return;
    const SequenceNumber expected = situation.expected.value_or(SequenceNumber{});
    whatIf.lines.push_back({{words.text, {std::to_string(expected.value)}}, words.clause, true});
}

/// SYN and FIN take a sequence number each, which the peer acknowledges with the next one.
void addNumbers(WhatIf& whatIf, const Segment& segment)
{
    if (segment.has(TcpFlag::Rst) || segment.hasMalformedHeader || !segment.known.has(TcpField::Sequence))
        return;
    const std::vector<std::string> arguments{std::to_string(segment.endOfSequence().value)};
    if (segment.has(TcpFlag::Fin))
        whatIf.lines.push_back(
            {{whatIf.outcome.repeatsFin
                     ? TCPLADDER_TR("core", "The sender had sent its FIN before. The peer would acknowledge %1.")
                     : TCPLADDER_TR("core", "The FIN takes a number: the peer would have to acknowledge %1."),
                 arguments},
                "RFC 9293 3.4"});
    else if (segment.has(TcpFlag::Syn))
        whatIf.lines.push_back(
            {{TCPLADDER_TR("core", "The SYN takes a number: the peer would have to acknowledge %1."), arguments},
                "RFC 9293 3.4"});
}

/// The segment's bytes, header and payload; none where some of them were not captured.
std::optional<std::vector<std::byte>> wholeSegment(const SegmentDetails& details)
{
    const Segment& segment = details.segment;
    const std::size_t length = std::size_t{segment.headerLength} + segment.payloadLength;
    const bool isSummed = segment.checksumStatus == ChecksumStatus::Good
        || segment.checksumStatus == ChecksumStatus::Bad || segment.checksumStatus == ChecksumStatus::Partial;
    if (!isSummed || segment.transportOffset + length > details.bytes.size() || length < checksumOffset + 4)
        return {};
    const auto begin = details.bytes.begin() + segment.transportOffset;
    return std::vector<std::byte>(begin, begin + static_cast<std::ptrdiff_t>(length));
}

void store(std::vector<std::byte>& bytes, std::size_t at, std::uint16_t value)
{
    bytes[at] = static_cast<std::byte>(value >> 8);
    bytes[at + 1] = static_cast<std::byte>(value & 0xff);
}

WhatIfChecksum judgeChecksum(const SegmentDetails& details, std::uint16_t word)
{
    std::optional<std::vector<std::byte>> bytes = wholeSegment(details);
    if (!bytes)
        return {};
    const Segment& segment = details.segment;
    WhatIfChecksum checksum;
    store(*bytes, wordOffset, word);
    checksum.status = verifyTcpChecksum(segment.source, segment.destination, *bytes);
    store(*bytes, checksumOffset, 0);
    const auto length = static_cast<std::uint32_t>(bytes->size());
    const std::uint16_t sum = onesComplementSum(*bytes, pseudoHeaderSum(segment.source, segment.destination, length));
    checksum.needed = static_cast<std::uint16_t>(~sum);
    return checksum;
}

} // namespace

WhatIf explainWhatIf(const SegmentDetails& details, const Situation& situation, std::uint16_t word)
{
    const Segment changed = withFlagsWord(details.segment, word);
    WhatIf whatIf;
    whatIf.word = word;
    whatIf.outcome = judgeWhatIf(changed, situation);
    whatIf.checksum = judgeChecksum(details, word);
    whatIf.lines.push_back(changeLine(whatIf.outcome.sender, situation.sender, situation));
    whatIf.lines.push_back(changeLine(whatIf.outcome.receiver, situation.receiver(), situation));
    addReaction(whatIf, situation);
    addNumbers(whatIf, changed);
    for (WhatIfLine& line : explainBits(changed, details.segment, situation))
        whatIf.lines.push_back(std::move(line));
    return whatIf;
}

Message explainChecksum(const WhatIfChecksum& checksum, std::uint16_t captured)
{
    std::vector<std::string> arguments{hexWord(captured), hexWord(checksum.needed.value_or(0))};
    switch (checksum.status) {
    case ChecksumStatus::Good:
        return {TCPLADDER_TR("core", "The captured checksum %1 is right for these bits."), std::move(arguments)};
    case ChecksumStatus::Bad:
        return {TCPLADDER_TR("core", "The captured checksum %1 is wrong for these bits: it would have to be %2."),
            std::move(arguments)};
    case ChecksumStatus::Partial:
        return {TCPLADDER_TR("core",
                    "The captured checksum %1 is partial, made over the pseudo-header alone, and tells nothing of the "
                    "bits. On the wire it would be %2."),
            std::move(arguments)};
    default: break;
    }
    return {TCPLADDER_TR("core", "The checksum can't be verified: not all of the segment was captured."), {}};
}

} // namespace tcpladder
