// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/decompressor.h"

#include <zlib.h>

namespace tcpladder {

namespace {

class GzipDecompressor final : public Decompressor
{
public:
    GzipDecompressor() { m_isReady = inflateInit2(&m_stream, gzipOnly) == Z_OK; }
    GzipDecompressor(const GzipDecompressor&) = delete;
    GzipDecompressor& operator=(const GzipDecompressor&) = delete;
    ~GzipDecompressor() override { inflateEnd(&m_stream); }

    Result<Progress> unpack(Bytes input, std::span<std::byte> output) override
    {
        if (!m_isReady)
            return std::unexpected(Error{ErrorCode::CompressionDamaged, {}, "zlib"});
        // zlib's interface is older than const.
        m_stream.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(input.data()));
        m_stream.avail_in = static_cast<uInt>(input.size());
        m_stream.next_out = reinterpret_cast<Bytef*>(output.data());
        m_stream.avail_out = static_cast<uInt>(output.size());
        const int status = inflate(&m_stream, Z_NO_FLUSH);
        const Progress progress{
            input.size() - m_stream.avail_in, output.size() - m_stream.avail_out, status == Z_STREAM_END};
        if (progress.isAtEnd)
            inflateReset(&m_stream);
        else if (status != Z_OK && status != Z_BUF_ERROR && progress.produced == 0)
            return std::unexpected(Error{ErrorCode::CompressionDamaged, {}, m_stream.msg ? m_stream.msg : "gzip"});
        return progress;
    }

private:
    static constexpr int gzipOnly = 15 + 16; // the largest window, and no other header than gzip's

    z_stream m_stream{};
    bool m_isReady = false;
};

} // namespace

std::unique_ptr<Decompressor> makeGzipDecompressor()
{
    return std::make_unique<GzipDecompressor>();
}

} // namespace tcpladder
