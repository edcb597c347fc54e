// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

#include "core/base/translate.h"

#include <array>

namespace tcpladder {

namespace {

constexpr std::array texts = std::to_array<std::string_view>({
    TCPLADDER_TR("core", "cannot be opened"),
    TCPLADDER_TR("core", "is a folder, not a capture"),
    TCPLADDER_TR("core", "cannot be read"),
    TCPLADDER_TR("core", "cannot be written"),
    TCPLADDER_TR("core", "is empty"),
    TCPLADDER_TR("core", "became shorter while it was being read"),
    TCPLADDER_TR("core", "was changed after it was opened"),
    TCPLADDER_TR("core", "is neither a capture nor a text with tcpdump lines"),
    TCPLADDER_TR("core", "holds no line that tcpdump could have printed"),
    TCPLADDER_TR("core", "is a pcap file of a version that nobody wrote captures in"),
    TCPLADDER_TR("core", "has a link type that is not supported"),
    TCPLADDER_TR("core", "ends inside the file header"),
    TCPLADDER_TR("core", "ends inside a packet's record header"),
    TCPLADDER_TR("core", "ends inside a packet"),
    TCPLADDER_TR("core", "has a packet record longer than any packet"),
    TCPLADDER_TR("core", "has a line that looks like a packet and cannot be read"),
    TCPLADDER_TR("core", "has a block whose length cannot be"),
    TCPLADDER_TR("core", "has a packet that is longer than its block"),
    TCPLADDER_TR("core", "has a packet of an interface that it does not describe"),
    TCPLADDER_TR("core", "has no connection of that number"),
    TCPLADDER_TR("core", "cannot be kept in a temporary file"),
    TCPLADDER_TR("core", "ends inside its compressed data"),
    TCPLADDER_TR("core", "has compressed data that is damaged"),
    TCPLADDER_TR("core", "expands to more than any capture would"),
    TCPLADDER_TR("core", "is compressed more than once"),
});
static_assert(texts.size() == static_cast<std::size_t>(ErrorCode::Count), "every error needs its text");

std::string spokenDetail(const Error& error)
{
    std::string detail(detailTemplate(error.code));
    return detail.replace(detail.find("%1"), 2, error.detail);
}

} // namespace

std::string_view describe(ErrorCode code)
{
    return texts.at(static_cast<std::size_t>(code));
}

std::string_view detailTemplate(ErrorCode code)
{
    switch (code) {
    case ErrorCode::UnsupportedPcapVersion: return TCPLADDER_TR("core", "version %1");
    case ErrorCode::UnreadableLine: return TCPLADDER_TR("core", "line %1");
    case ErrorCode::RecordTooLong:
    case ErrorCode::BlockLengthWrong: return TCPLADDER_TR("core", "%1 bytes");
    default: return "%1";
    }
}

std::string formatError(std::string_view sourceName, const Error& error)
{
    std::string line(sourceName);
    line += ": ";
    line += describe(error.code);
    if (!error.file.empty())
        line += " (" + error.file + (error.detail.empty() ? ")" : ": " + spokenDetail(error) + ")");
    else if (!error.detail.empty())
        line += " (" + spokenDetail(error) + ")";
    if (error.offset)
        line += ", at offset " + std::to_string(*error.offset);
    return line;
}

} // namespace tcpladder
