// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/flags_word.h"
#include "core/decode/packet_fields.h"
#include "core/decode/tcp_option_parts.h"
#include "core/report/message.h"

#include <optional>

namespace tcpladder {

/// What the rest of the connection adds to the numbers of one segment.
struct SegmentContext
{
    std::optional<SequenceNumber> sequenceOrigin;       ///< the sender's first sequence number
    std::optional<SequenceNumber> acknowledgmentOrigin; ///< the receiver's
    std::optional<std::uint8_t> windowShift;            ///< in force for the sender; none when a SYN was not captured

    constexpr bool operator==(const SegmentContext&) const = default;
};

/// The window in bytes: SYN segments are never scaled (RFC 7323 section 2.2); none when the shift is not known.
std::optional<std::uint32_t> scaledWindow(const Segment& segment, const SegmentContext& context);

/// A field or bit, for whoever points at it.
struct FieldExplanation
{
    std::string_view name;   ///< marked with TCPLADDER_TR
    std::string_view clause; ///< "RFC 9293 3.1"
    Message meaning;         ///< of the field in general
    Message here;            ///< of its value in this segment; may be empty
};

FieldExplanation explainField(HeaderField field, const Segment& segment, const SegmentContext& context);

/// option: which of the segment's options; part: which part of it the picture shows.
FieldExplanation explainOption(const TcpOptionEntry& option, const TcpOptionPart& part, const Segment& segment);

/// The few words that stand in the header picture beside a part's bytes, "MTU 1500 - 20 - 20"; empty where there are
/// none.
Message optionRemark(const TcpOptionPart& part, const Segment& segment);

FieldExplanation explainFlagsBit(const FlagsWordBit& bit, const Segment& segment);

/// What the flags mean together, in one to three sentences.
std::vector<Message> explainFlags(const Segment& segment);

} // namespace tcpladder
