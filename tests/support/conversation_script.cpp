// SPDX-License-Identifier: GPL-3.0-or-later
// The notation of Conversation::play().
#include "tests/support/conversation.h"

#include <cassert>
#include <charconv>
#include <cstdlib>
#include <sstream>

namespace tcpladder {

namespace {

std::int64_t numberIn(const std::string& text)
{
    std::int64_t number = 0;
    [[maybe_unused]] const auto end = std::from_chars(text.data(), text.data() + text.size(), number).ptr;
    assert(end == text.data() + text.size());
    return number;
}

std::uint32_t wordIn(const std::string& text)
{
    return static_cast<std::uint32_t>(numberIn(text));
}

/// "5/3", "1:11", "7-9"
std::pair<std::string, std::string> halves(const std::string& text, char separator)
{
    const auto at = text.find(separator);
    return {text.substr(0, at), at == std::string::npos ? std::string() : text.substr(at + 1)};
}

Duration pauseIn(const std::string& text)
{
    const auto unit = text.find_first_not_of("+0123456789");
    assert(unit != std::string::npos);
    const Duration::rep count = numberIn(text.substr(1, unit - 1));
    const std::string name = text.substr(unit);
    if (name == "h")
        return std::chrono::hours(count);
    if (name == "m")
        return std::chrono::minutes(count);
    if (name == "s")
        return std::chrono::seconds(count);
    if (name == "ms")
        return std::chrono::milliseconds(count);
    return name == "us" ? std::chrono::microseconds(count) : std::chrono::nanoseconds(count);
}

std::string lettersOf(std::string flags)
{
    for (char& letter : flags)
        letter = letter == '.' ? 'A' : letter;
    return flags;
}

/// What stands behind the sequence number, word by word.
std::function<void(Segment&)> changeIn(std::istringstream& words, Line& line, std::uint32_t peersInitial)
{
    std::vector<std::function<void(Segment&)>> changes;
    for (std::string word, value; words >> word && word[0] != '#';) {
        if (word == "bad" || word == "partial") {
            const auto status = word == "bad" ? ChecksumStatus::Bad : ChecksumStatus::Partial;
            changes.emplace_back([=](Segment& segment) { segment.checksumStatus = status; });
            continue;
        }
        words >> value;
        if (word == "ack") {
            line.acknowledgment = wordIn(value);
        } else if (word == "win") {
            changes.emplace_back([=](Segment& segment) { segment.window = static_cast<std::uint16_t>(wordIn(value)); });
        } else if (word == "id") {
            changes.emplace_back(
                [=](Segment& segment) { segment.ipIdentification = static_cast<std::uint16_t>(wordIn(value)); });
        } else if (word == "ts") {
            const auto [stamp, echo] = halves(value, '/');
            const TcpTimestamps stamps{wordIn(stamp), wordIn(echo)};
            changes.emplace_back([=](Segment& segment) { segment.options.timestamps = stamps; });
        } else {
            assert(word == "sack");
            const auto [left, right] = halves(value, '-');
            const SackBlock block{{peersInitial + wordIn(left)}, {peersInitial + wordIn(right)}};
            changes.emplace_back(
                [=](Segment& segment) { segment.options.sackBlocks.at(segment.options.sackBlockCount++) = block; });
        }
    }
    return [changes](Segment& segment) {
        for (const auto& change : changes)
            change(segment);
    };
}

} // namespace

SegmentId Conversation::play(const std::string& script)
{
    SegmentId last;
    std::istringstream lines(script);
    for (std::string text; std::getline(lines, text);) {
        std::istringstream words(text);
        std::string word;
        if (!(words >> word) || word[0] == '#')
            continue;
        if (word[0] == '+') {
            later(pauseIn(word));
            words >> word;
        }
        assert(word == "a" || word == "b");
        const Side sender = word == "a" ? Side::A : Side::B;
        Line line;
        std::string flags;
        std::string range;
        words >> flags >> range;
        const auto [from, to] = halves(range, ':');
        line.flags = lettersOf(flags);
        line.sequence = wordIn(from);
        line.length = to.empty() ? 0 : wordIn(to) - line.sequence;
        with(changeIn(words, line, sender == Side::A ? m_initialB : m_initialA));
        last = say(sender, line);
    }
    return last;
}

std::string differenceFrom(const std::string& script, const std::string& courseOfA, const std::string& courseOfB)
{
    std::string difference;
    forEachInitialNumber([&](Conversation& talk) {
        talk.play(script);
        const auto check = [&](Side side, const char* name, const std::string& wanted) {
            if (talk.course(side) != wanted && difference.empty())
                difference = std::string(name) + ": " + talk.course(side);
        };
        check(Side::A, "a", courseOfA);
        check(Side::B, "b", courseOfB);
    });
    return difference;
}

} // namespace tcpladder
