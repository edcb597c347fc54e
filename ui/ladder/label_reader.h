// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/sequence_origins.h"
#include "ui/ladder/ladder_contents.h"
#include "ui/ladder/ladder_look.h"

#include <unordered_map>

namespace tcpladder {

/// "seq 0", "ack 1", "len 5", "win 501": the chosen fields of the header, of which each is shown whole.
/// \param shift of the window; none where it isn't known
std::vector<LabelPart> labelNumbers(const SegmentRecord& record, const LadderLook& look, const SequenceOrigins& origins,
    std::optional<std::uint8_t> shift);

/// One of a segment's options.
struct OptionText
{
    QString text;
    TcpOptionKind kind = TcpOptionKind::NoOperation;
};

/// "MSS 1460", "window scale 7", "TSval 5 TSecr 0": the chosen ones of a segment's options.
std::vector<OptionText> optionTexts(const TcpOptions& options, bool isSyn, LabelFields fields);

/// The chosen options, which are read from the capture and kept for as long as the segment is near.
class OptionTexts
{
public:
    /// Call without a Reading.
    const std::vector<LabelPart>& read(
        const CaptureDocument& document, SegmentId id, const SegmentRecord& record, LabelFields fields);

private:
    std::unordered_map<SegmentId, std::vector<LabelPart>> m_texts;
    LabelFields m_fields;
};

} // namespace tcpladder
