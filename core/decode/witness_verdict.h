// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/segment.h"
#include "core/source/text_witness.h"

#include <vector>

namespace tcpladder {

/// Values that a summary line and the bytes below it both have.
enum class WitnessField : std::uint8_t { Flags, Sequence, Acknowledgment, Window, PayloadLength };

/// One value on which line and bytes disagree.
struct FieldVerdict
{
    WitnessField field = WitnessField::Flags;
    std::uint32_t text = 0;
    std::uint32_t bytes = 0;
    bool isDecided = false;   ///< by the checksum; else only later segments can tell, or the bytes stand
    bool textWasSent = false; ///< the line has what was on the wire
};

/// What a summary line says against its bytes. Bytes are the truth and text is a witness, since notes are edited by
/// hand; but bytes are edited as well, and then the TCP checksum tells: it was made over what was sent, so the value
/// that makes it right was on the wire. A sum left to the network card, or one over bytes that were not captured,
/// decides nothing.
struct WitnessVerdict
{
    std::vector<FieldVerdict> fields; ///< only those that differ
    bool addressesDiffer = false;     ///< the bytes stand: notes are often made anonymous in their lines only
    bool portsDiffer = false;         ///< the bytes stand
    bool addressesAreSame = false;    ///< the line has one address twice, the bytes have two

    bool agrees() const { return fields.empty() && !addressesDiffer && !portsDiffer; }
    const FieldVerdict* find(WitnessField field) const;
};

/// packet: the bytes that the segment was decoded from.
WitnessVerdict judgeWitness(const TextWitness& witness, const Segment& segment, Bytes packet);

/// Puts the values that were sent, after all, in the place of edited bytes.
void applyVerdict(const WitnessVerdict& verdict, Segment& segment);

} // namespace tcpladder
