// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/decompressor.h"

#include <algorithm>
#include <array>

namespace tcpladder {

namespace {

struct Format
{
    std::array<std::uint8_t, 6> magic;
    std::size_t magicLength;
    std::unique_ptr<Decompressor> (*make)();
};

constexpr std::array formats = std::to_array<Format>({
    {{0x1f, 0x8b, 0x08}, 3, makeGzipDecompressor},       // RFC 1952
    {{0x28, 0xb5, 0x2f, 0xfd}, 4, makeZstdDecompressor}, // RFC 8878
    {{0x04, 0x22, 0x4d, 0x18}, 4, makeLz4Decompressor},  // https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md
    {{0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00}, 6, makeXzDecompressor}, // https://tukaani.org/xz/xz-file-format.txt
});

bool beginsWith(Bytes head, const Format& format)
{
    const auto magic = std::as_bytes(std::span(format.magic)).first(format.magicLength);
    return head.size() >= magic.size() && std::ranges::equal(head.first(magic.size()), magic);
}

} // namespace

std::unique_ptr<Decompressor> makeDecompressorFor(Bytes head)
{
    const auto format = std::ranges::find_if(formats, [&](const Format& f) { return beginsWith(head, f); });
    return format == formats.end() ? nullptr : format->make();
}

} // namespace tcpladder
