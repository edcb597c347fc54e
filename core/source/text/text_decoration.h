// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tcpladder {

/// A line of a document as the program that printed it wrote it.
struct PlainLine
{
    std::string_view text;       ///< into the line, or into the buffer where characters had to be replaced
    std::size_t indentation = 0; ///< columns in front, behind quote marks; a tab counts as eight
    bool isFence = false;        ///< "```" and the like: listings end there
};

/// Takes off what Markdown, HTML, reStructuredText and mail programs put around a line: quote marks, list and table
/// signs, tags, entities. tcpdump's own "<mss 1460>" and leading spaces are not touched.
PlainLine undecorate(std::string_view line, std::string& buffer);

/// Where the next "<br>" ends and a new line begins, or npos.
std::size_t findHtmlLineBreak(std::string_view text);

} // namespace tcpladder
