// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/untouched_summary.h"

#include "core/source/text/octets.h"
#include "core/source/text/plain_text_scanner.h"

#include <array>

namespace tcpladder {

namespace {

/// The letters of the eight flags that every tcpdump prints, in its order.
struct FlagLetters
{
    std::array<char, 8> text{};
    std::uint8_t length = 0;
};

constexpr auto flagLetters = [] {
    constexpr std::string_view letters = "FSRP.UEW";
    std::array<FlagLetters, 256> table{};
    table[0] = {{'n', 'o', 'n', 'e'}, 4};
    for (std::size_t flags = 1; flags < table.size(); ++flags)
        for (std::size_t bit = 0; bit < letters.size(); ++bit)
            if (flags >> bit & 1)
                table[flags].text[table[flags].length++] = letters[bit];
    return table;
}();

bool takeFlags(PlainTextScanner& text, TcpFlags flags)
{
    const FlagLetters& letters = flagLetters[flags.bits & 0xff];
    return text.take(": Flags [") && text.take(letters.text, letters.length) && text.take("]");
}

/// "1604213884."
bool takeEpoch(PlainTextScanner& text, TextTime& time)
{
    const auto hundreds = text.takeDigits<8>();
    const auto seconds = hundreds ? text.takeDigits<2>() : std::nullopt;
    const std::int64_t whole = seconds ? std::int64_t{*hundreds} * 100 + *seconds : 0;
    if (!seconds || whole > lastTextSecond || !text.take("."))
        return false;
    time.form = TextTimeForm::Epoch;
    time.value = std::chrono::seconds(whole);
    return true;
}

/// "14:58:04."
bool takeTimeOfDay(PlainTextScanner& text, TextTime& time)
{
    const auto hours = text.takeDigits<2>();
    const auto minutes = hours && text.take(":") ? text.takeDigits<2>() : std::nullopt;
    const auto seconds = minutes && text.take(":") ? text.takeDigits<2>() : std::nullopt;
    if (!seconds || *minutes > 59 || *seconds > 60 || !text.take("."))
        return false;
    time.form = TextTimeForm::TimeOfDay;
    time.value = std::chrono::seconds(*hours * 3600 + *minutes * 60 + *seconds);
    return true;
}

bool takeSeconds(PlainTextScanner& text, PrintedSeconds& printed, TextTime& time)
{
    const char* const begin = text.at();
    if (text.takeBriefly(printed.text())) [[likely]] {
        time = printed.time;
        return true;
    }
    if (!(text.peek(2) == ':' ? takeTimeOfDay(text, time) : takeEpoch(text, time)))
        return false;
    printed.note({begin, text.at()}, time);
    return true;
}

/// With microseconds or nanoseconds.
bool takeTime(PlainTextScanner& text, PrintedSeconds& printed, TextTime& time)
{
    if (!takeSeconds(text, printed, time))
        return false;
    const auto micros = text.takeDigits<6>();
    if (!micros)
        return false;
    time.fractionDigits = 6;
    time.value += std::chrono::microseconds(*micros);
    if (text.peek() == ' ')
        return true;
    const auto nanos = text.takeDigits<3>();
    time.fractionDigits = 9;
    time.value += Duration(nanos.value_or(0));
    return nanos.has_value();
}

/// "10.1.2.3.45488". The name of a service says nothing that could differ from the bytes.
bool takeEndpoint(PlainTextScanner& text, const IpAddress& address, std::uint16_t port)
{
    const bool isThere = address.version == IpVersion::V4 ? text.takeIpv4(address) : text.takeIpv6(address);
    if (!isThere)
        return false;
    return isDigit(text.peek()) ? text.takeExactly(port) : text.takeServiceName();
}

bool spellEndpoints(PlainTextScanner& text, const TextFlowKey& key)
{
    const bool isIpv4 = key.source.version == IpVersion::V4;
    return text.take(isIpv4 ? std::string_view(" IP ") : std::string_view(" IP6 "))
        && takeEndpoint(text, key.source, key.sourcePort) && text.take(" > ")
        && takeEndpoint(text, key.destination, key.destinationPort);
}

bool takeEndpoints(PlainTextScanner& text, const WireHeader& header, PrintedEndpoints& printed)
{
    const char* const begin = text.at();
    if (text.takeWhole(printed.of(header.key, header.keyHash))) [[likely]]
        return true;
    if (!spellEndpoints(text, header.key))
        return false;
    printed.note(header.key, header.keyHash, {begin, text.at()});
    return true;
}

/// "seq 1:79": the end counts for nothing.
bool takeSequence(PlainTextScanner& text, UntouchedSummary& summary)
{
    std::uint32_t end = 0;
    return text.takeNumber(summary.sequence.emplace())
        && (text.peek() != ':' || (text.take(":") && text.takeNumber(end)));
}

/// Each where it is there; false where it is and is not what it has to be.
bool takeNumbers(PlainTextScanner& text, const WireHeader& header, UntouchedSummary& summary)
{
    if (text.take(", seq ") && !takeSequence(text, summary))
        return false;
    if (text.take(", ack ") && !text.takeNumber(summary.acknowledgment.emplace()))
        return false;
    if (text.take(", win ") && !text.takeExactly(header.window))
        return false;
    if (text.take(", options [") && !text.skipBehindBracket())
        return false;
    return text.take(", length ") && text.takeExactly(header.payloadLength);
}

} // namespace

bool readUntouchedSummary(
    std::string_view line, const WireHeader& header, PrintedBefore& printed, UntouchedSummary& summary)
{
    PlainTextScanner text(line);
    summary = {};
    return takeTime(text, printed.seconds, summary.time) && takeEndpoints(text, header, printed.endpoints)
        && takeFlags(text, header.flags) && takeNumbers(text, header, summary) && text.skipRest();
}

} // namespace tcpladder
