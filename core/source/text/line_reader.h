// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/buffered_bytes.h"

#include <optional>
#include <string_view>

namespace tcpladder {

/// One line of a text, without its end. Valid until the reader's next call.
struct RawLine
{
    std::string_view text;
    std::uint64_t offset = 0; ///< of its first byte in the source
    std::uint32_t number = 0; ///< from 1
};

/// Walks over the lines of a text. A "<br>" ends a line as well, and so does a length that no line of ours has.
class LineReader
{
public:
    LineReader(std::shared_ptr<const ByteSource> source, std::size_t windowSize);

    /// Nothing at the end of the source, or where it cannot be read: error() tells. Nothing either where a line is not
    /// whole yet: isWaiting() tells, and the next call looks again.
    std::optional<RawLine> next();
    bool isWaiting() const { return m_isWaiting; }

    /// The next line is the one that begins at offset.
    void seek(std::uint64_t offset, std::uint32_t number);

    /// The text from offset on, as far as it is at hand: at least so much, unless the source ends or can't be read.
    /// Valid until the next call of any kind; where the next line begins stays as it was.
    std::string_view textAt(std::uint64_t offset, std::size_t least);

    std::uint64_t position() const { return m_position; }
    std::uint32_t nextNumber() const { return m_number; }
    const std::optional<Error>& error() const { return m_error; }

private:
    std::string_view lineAtHand();
    bool mayHaveHtml(std::size_t length);
    std::optional<std::string_view> viewLine();
    std::optional<std::string_view> viewRest();
    bool mayBecomeLonger(std::string_view line) const;

    BufferedBytes m_bytes;
    std::uint64_t m_position = 0;
    std::uint32_t m_number = 1;
    std::uint64_t m_end = 0;       ///< of the source's line that a "<br>" divided: it is looked for once only
    std::uint64_t m_nextAngle = 0; ///< from the position up to here no character is "<"
    bool m_isWaiting = false;
    std::optional<Error> m_error;
};

} // namespace tcpladder
