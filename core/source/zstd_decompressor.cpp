// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/decompressor.h"

#include <zstd.h>

namespace tcpladder {

namespace {

class ZstdDecompressor final : public Decompressor
{
public:
    Result<Progress> unpack(Bytes input, std::span<std::byte> output) override
    {
        ZSTD_inBuffer in{input.data(), input.size(), 0};
        ZSTD_outBuffer out{output.data(), output.size(), 0};
        const std::size_t status = ZSTD_decompressStream(m_stream.get(), &out, &in);
        if (ZSTD_isError(status))
            return std::unexpected(Error{ErrorCode::CompressionDamaged, {}, ZSTD_getErrorName(status)});
        return Progress{in.pos, out.pos, status == 0};
    }

private:
    struct Free
    {
        void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
    };

    std::unique_ptr<ZSTD_DStream, Free> m_stream{ZSTD_createDStream()};
};

} // namespace

std::unique_ptr<Decompressor> makeZstdDecompressor()
{
    return std::make_unique<ZstdDecompressor>();
}

} // namespace tcpladder
