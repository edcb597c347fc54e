// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

#include <array>

namespace tcpladder {

namespace {

constexpr std::array texts = std::to_array<std::string_view>({
    "cannot be opened",
    "is a folder, not a capture",
    "cannot be read",
    "cannot be written",
    "is empty",
    "became shorter while it was being read",
    "was changed after it was opened",
    "is neither a capture nor a text with tcpdump lines",
    "holds no line that tcpdump could have printed",
    "is a pcap file of a version that nobody wrote captures in",
    "has a link type that is not supported",
    "ends inside the file header",
    "ends inside a packet's record header",
    "ends inside a packet",
    "has a packet record longer than any packet",
    "has a line that looks like a packet and cannot be read",
    "has a block whose length cannot be",
    "has a packet that is longer than its block",
    "has a packet of an interface that it does not describe",
    "has no connection of that number",
    "cannot be kept in a temporary file",
    "ends inside its compressed data",
    "has compressed data that is damaged",
    "expands to more than any capture would",
    "is compressed more than once",
});
static_assert(texts.size() == static_cast<std::size_t>(ErrorCode::Count), "every error needs its text");

} // namespace

std::string_view describe(ErrorCode code)
{
    return texts.at(static_cast<std::size_t>(code));
}

std::string formatError(std::string_view sourceName, const Error& error)
{
    std::string line(sourceName);
    line += ": ";
    line += describe(error.code);
    if (!error.detail.empty())
        line += " (" + error.detail + ")";
    if (error.offset)
        line += ", at offset " + std::to_string(*error.offset);
    return line;
}

} // namespace tcpladder
