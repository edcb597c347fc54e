// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/translate.h"
#include "core/source/decompressor.h"

#include <lzma.h>

namespace tcpladder {

namespace {

// Enough for every preset of xz (-9 needs 65 MiB); what asks for more is not a capture that somebody packed.
constexpr std::uint64_t mostMemory = std::uint64_t{128} << 20;

class XzDecompressor final : public Decompressor
{
public:
    XzDecompressor() { begin(); }
    XzDecompressor(const XzDecompressor&) = delete;
    XzDecompressor& operator=(const XzDecompressor&) = delete;
    ~XzDecompressor() override { lzma_end(&m_stream); }

    Result<Progress> unpack(Bytes input, std::span<std::byte> output) override
    {
        if (!m_isReady)
            return std::unexpected(Error{ErrorCode::CompressionDamaged, {}, "xz"});
        m_stream.next_in = reinterpret_cast<const std::uint8_t*>(input.data());
        m_stream.avail_in = input.size();
        m_stream.next_out = reinterpret_cast<std::uint8_t*>(output.data());
        m_stream.avail_out = output.size();
        const lzma_ret status = lzma_code(&m_stream, LZMA_RUN);
        const Progress progress{
            input.size() - m_stream.avail_in, output.size() - m_stream.avail_out, status == LZMA_STREAM_END};
        if (progress.isAtEnd)
            begin();
        else if (status != LZMA_OK && status != LZMA_BUF_ERROR && progress.produced == 0)
            return std::unexpected(Error{ErrorCode::CompressionDamaged, {},
                status == LZMA_MEMLIMIT_ERROR ? TCPLADDER_TR("core", "needs too much memory") : "xz"});
        return progress;
    }

private:
    void begin() { m_isReady = lzma_stream_decoder(&m_stream, mostMemory, 0) == LZMA_OK; }

    lzma_stream m_stream = LZMA_STREAM_INIT;
    bool m_isReady = false;
};

} // namespace

std::unique_ptr<Decompressor> makeXzDecompressor()
{
    return std::make_unique<XzDecompressor>();
}

} // namespace tcpladder
