// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/tcpdump_segment.h"
#include "core/source/text/text_cursor.h"

namespace tcpladder {

namespace {

/// "SFRP", or "." for none of them; ECN's letters came late. ACK and URG show by their numbers only.
std::optional<TcpFlags> takeOldFlags(TextCursor& cursor)
{
    TcpFlags flags;
    std::size_t count = 0;
    for (;; ++count) {
        if (cursor.take('S'))
            flags = flags.with(TcpFlag::Syn);
        else if (cursor.take('F'))
            flags = flags.with(TcpFlag::Fin);
        else if (cursor.take('R'))
            flags = flags.with(TcpFlag::Rst);
        else if (cursor.take('P'))
            flags = flags.with(TcpFlag::Psh);
        else if (cursor.take('W'))
            flags = flags.with(TcpFlag::Cwr);
        else if (cursor.take('E'))
            flags = flags.with(TcpFlag::Ece);
        else
            break;
    }
    if (count == 0 && !cursor.take('.'))
        return {};
    return cursor.atEnd() || isSpace(cursor.peek()) ? std::optional(flags) : std::nullopt;
}

/// "[tcp sum ok]", "[bad tcp cksum 1234!]", "[ECN-Echo,CWR]" between the flags and the numbers.
void takeRemarks(TextCursor& cursor, TcpdumpSegment& segment)
{
    while (cursor.rest().starts_with(" [")) {
        TextCursor ahead = cursor;
        ahead.skip(2);
        const auto remark = ahead.upTo("]");
        if (!remark)
            return;
        if (remark->find("ECN-Echo") != std::string_view::npos)
            segment.flags = segment.flags->with(TcpFlag::Ece);
        if (remark->find("CWR") != std::string_view::npos)
            segment.flags = segment.flags->with(TcpFlag::Cwr);
        segment.checksumIsGood = segment.checksumIsGood || *remark == "tcp sum ok";
        segment.checksumIsWrong = segment.checksumIsWrong || remark->starts_with("bad tcp cksum");
        cursor = ahead;
    }
}

/// "1415531521:1415531521(0)".
bool takeSequence(TextCursor& cursor, TcpdumpSegment& segment)
{
    TextCursor ahead = cursor;
    ahead.skipSpaces();
    const auto first = ahead.number<std::uint32_t>();
    if (!first)
        return true; // a bare acknowledgment has none
    const auto last = ahead.take(':') ? ahead.number<std::uint32_t>() : std::nullopt;
    const auto length = last && ahead.take('(') ? ahead.number<std::uint32_t>() : std::nullopt;
    if (!length || !ahead.take(')'))
        return false;
    segment.sequence = first;
    segment.payloadLength = length;
    cursor = ahead;
    return true;
}

template <class Number>
bool takeNamed(TextCursor& cursor, std::string_view name, std::optional<Number>& field)
{
    TextCursor ahead = cursor;
    ahead.skipSpaces();
    if (!ahead.take(name))
        return true;
    field = ahead.number<Number>();
    if (field)
        cursor = ahead;
    return field.has_value();
}

void takeOptions(TextCursor& cursor, TcpdumpSegment& segment)
{
    TextCursor ahead = cursor;
    ahead.skipSpaces();
    if (!ahead.take('<'))
        return;
    const auto options = ahead.upTo(">");
    segment.cut = !options;
    if (!options)
        return;
    segment.options = *options;
    cursor = ahead;
}

} // namespace

std::optional<TcpdumpSegment> parseOldSegment(std::string_view text)
{
    TextCursor cursor(text);
    TcpdumpSegment segment;
    segment.flags = takeOldFlags(cursor);
    if (!segment.flags)
        return {};
    takeRemarks(cursor, segment);
    if (!takeSequence(cursor, segment) || !takeNamed(cursor, "ack ", segment.acknowledgment)
        || !takeNamed(cursor, "win ", segment.window) || !takeNamed(cursor, "urg ", segment.urgentPointer))
        return {};
    takeOptions(cursor, segment);
    if (segment.acknowledgment)
        segment.flags = segment.flags->with(TcpFlag::Ack);
    if (segment.urgentPointer)
        segment.flags = segment.flags->with(TcpFlag::Urg);
    // Prose may hold "a > b: S"; a segment shows at least one number.
    if (!segment.sequence && !segment.acknowledgment && !segment.window)
        return {};
    if (!segment.payloadLength)
        segment.payloadLength = 0;
    segment.endsWithLength = segment.window.has_value();
    return segment;
}

} // namespace tcpladder
