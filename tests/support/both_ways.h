// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/decoder.h"
#include "core/decode/witness_verdict.h"
#include "core/source/text/text_reader.h"

#include <string>

namespace tcpladder {

/// How far the short way through a text gives what the way line by line gives.
struct BothWays
{
    std::string difference;    ///< the first one in words; empty where there is none
    std::size_t packets = 0;   ///< up to there
    std::size_t untouched = 0; ///< of these, by the short way
};

namespace detail {

inline bool isSamePacket(const Packet& one, const Packet& other)
{
    return one.number == other.number && one.interface == other.interface && one.time == other.time
        && one.originalLength == other.originalLength && one.offset == other.offset
        && std::ranges::equal(one.bytes, other.bytes) && one.isCaptured == other.isCaptured;
}

/// What is left out is a witness that says nothing which the bytes don't say.
inline bool isSameWitness(const Packet& shortWay, const Packet& lineByLine, LinkType linkType)
{
    if (!shortWay.agreesWithText) {
        const bool areThere = shortWay.witness && lineByLine.witness;
        return areThere ? *shortWay.witness == *lineByLine.witness : !shortWay.witness && !lineByLine.witness;
    }
    const auto segment = decodeSegment(lineByLine, linkType);
    if (shortWay.witness || !lineByLine.witness || !lineByLine.witness->hasBytes || !segment)
        return false;
    const WitnessVerdict verdict = judgeWitness(*lineByLine.witness, *segment, lineByLine.bytes);
    return verdict.agrees() && !verdict.addressesAreSame;
}

inline bool isSameDamage(const Damage& one, const Damage& other)
{
    return one.error == other.error && one.packet == other.packet && one.canContinue == other.canContinue
        && one.line == other.line;
}

inline std::string differenceOf(
    const ReadStep& shortWay, const ReadStep& lineByLine, const PacketReader& shortReader, const PacketReader& reader)
{
    if (shortWay.index() != lineByLine.index())
        return "another kind of step";
    if (const auto* const damage = std::get_if<Damage>(&shortWay))
        return isSameDamage(*damage, std::get<Damage>(lineByLine)) ? "" : "another damage";
    const auto* const packet = std::get_if<Packet>(&shortWay);
    if (!packet)
        return "";
    const auto& other = std::get<Packet>(lineByLine);
    if (!isSamePacket(*packet, other))
        return "another packet";
    const LinkType linkType = reader.interfaces()[other.interface.value].linkType;
    if (shortReader.interfaces()[packet->interface.value].linkType != linkType)
        return "another link type";
    return isSameWitness(*packet, other, linkType) ? "" : "another witness";
}

} // namespace detail

/// pieceSize: that the short way reads at once; 0: the usual one.
inline BothWays readBothWays(const std::shared_ptr<const ByteSource>& source, std::size_t pieceSize = 0)
{
    const auto shortWay = pieceSize > 0 ? openTextInPieces(source, pieceSize) : openText(source);
    const auto lineByLine = openTextLineByLine(source);
    BothWays result;
    while (shortWay && lineByLine) {
        const ReadStep step = shortWay->reader->next();
        const ReadStep other = lineByLine->reader->next();
        result.difference = detail::differenceOf(step, other, *shortWay->reader, *lineByLine->reader);
        const auto* const packet = std::get_if<Packet>(&step);
        result.packets += packet ? 1 : 0;
        result.untouched += packet && packet->agreesWithText ? 1 : 0;
        const auto* const damage = std::get_if<Damage>(&step);
        if (!result.difference.empty() || (!packet && !(damage && damage->canContinue)))
            break;
    }
    return result;
}

} // namespace tcpladder
