// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/decompressor.h"

#include <lz4frame.h>

namespace tcpladder {

namespace {

class Lz4Decompressor final : public Decompressor
{
public:
    Lz4Decompressor()
    {
        LZ4F_dctx* context = nullptr;
        LZ4F_createDecompressionContext(&context, LZ4F_VERSION);
        m_context.reset(context);
    }

    Result<Progress> unpack(Bytes input, std::span<std::byte> output) override
    {
        if (!m_context)
            return std::unexpected(Error{ErrorCode::CompressionDamaged, {}, "lz4"});
        std::size_t consumed = input.size();
        std::size_t produced = output.size();
        const std::size_t status
            = LZ4F_decompress(m_context.get(), output.data(), &produced, input.data(), &consumed, nullptr);
        if (LZ4F_isError(status))
            return std::unexpected(Error{ErrorCode::CompressionDamaged, {}, LZ4F_getErrorName(status)});
        return Progress{consumed, produced, status == 0};
    }

private:
    struct Free
    {
        void operator()(LZ4F_dctx* context) const { LZ4F_freeDecompressionContext(context); }
    };

    std::unique_ptr<LZ4F_dctx, Free> m_context;
};

} // namespace

std::unique_ptr<Decompressor> makeLz4Decompressor()
{
    return std::make_unique<Lz4Decompressor>();
}

} // namespace tcpladder
