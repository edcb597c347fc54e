// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/decompressor.h"

namespace tcpladder {

/// Whether the text begins as a mail does: with a field of its header (RFC 5322 section 2.2).
bool beginsLikeMail(Bytes head);

/// What turns a mail into what was written in it: its parts in quoted-printable and base64 (RFC 2045 section 6) are
/// decoded, all else stays. Null where the head shows no such part, nor that there may be one.
std::unique_ptr<Decompressor> makeMailDecoderFor(Bytes head);

} // namespace tcpladder
