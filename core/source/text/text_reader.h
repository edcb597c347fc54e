// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/byte_source.h"
#include "core/source/packet_reader.h"

namespace tcpladder {

/// Whether the head of a source is text at all. Packets may come late in a document: the reader finds out, and ends
/// with ErrorCode::NoPacketsInText where there are none.
bool looksLikeText(Bytes head);

/// tcpdump's text, alone or in a document that quotes it.
Result<OpenedCapture> openText(std::shared_ptr<const ByteSource> source);

/// The same without the short way through records that nobody touched (untouched_records.h), which gives nothing else:
/// tests hold the two against each other.
Result<OpenedCapture> openTextLineByLine(std::shared_ptr<const ByteSource> source);

/// The same by the short way, in pieces of another size than is fast, for tests alone.
Result<OpenedCapture> openTextInPieces(std::shared_ptr<const ByteSource> source, std::size_t pieceSize);

} // namespace tcpladder
