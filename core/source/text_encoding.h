// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/decompressor.h"

namespace tcpladder {

/// What turns UTF-16 into UTF-8, lines that end by a carriage return alone into lines, and a mail's encoded parts into
/// what was sent; null for a source that is none of them. UTF-16 is what PowerShell writes where a program's output is
/// sent to a file. They unpack as decompressors do, so that a reader of text meets nothing but UTF-8.
std::unique_ptr<Decompressor> makeTextDecoderFor(Bytes head);

} // namespace tcpladder
