// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace tcpladder {

enum class ErrorCode : std::uint8_t {
    CannotOpen,
    IsADirectory,
    CannotRead,
    CannotWrite,
    FileIsEmpty,
    FileShrank,
    SourceChanged,
    UnknownFormat,
    NoPacketsInText,
    UnsupportedPcapVersion,
    UnsupportedLinkType,
    HeaderCutShort,
    RecordHeaderCutShort,
    RecordCutShort,
    RecordTooLong,
    UnreadableLine,
    BlockLengthWrong,
    PacketPastBlock,
    NoSuchInterface,
    NoSuchConnection,
    CannotSpool,
    CompressionCutShort,
    CompressionDamaged,
    ExpandsTooFar,
    NestedTooDeep,
    Count,
};

/// What went wrong with a whole source, in one sentence without a full stop.
std::string_view describe(ErrorCode code);

/// How an error's detail is said, with %1 in its place: "version %1".
std::string_view detailTemplate(ErrorCode code);

/// Why a source could not be read, or not further than a place in it.
struct Error
{
    ErrorCode code = ErrorCode::CannotRead;
    std::optional<std::uint64_t> offset; ///< bytes from the start of the source where the trouble is
    std::string detail;                  ///< what the system says, "Permission denied", or a value, "12"; may be empty
    std::string file = {};               ///< of several that are merged the one; else empty

    bool operator==(const Error&) const = default;
};

/// One line: "NAME: the record is longer than any packet (4294967295 bytes), at offset 24".
std::string formatError(std::string_view sourceName, const Error& error);

template <class Value>
using Result = std::expected<Value, Error>;

} // namespace tcpladder
