// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/decompressed_source.h"

#include "core/source/spool_file.h"

#include <mutex>
#include <optional>

namespace tcpladder {

namespace {

constexpr std::size_t inputSize = std::size_t{64} << 10;
constexpr std::size_t outputSize = std::size_t{256} << 10;

// A disk is not to be filled by a few bytes: captures shrink to a tenth, to a fiftieth at the very best.
constexpr std::uint64_t freeExpansion = std::uint64_t{256} << 20;
constexpr std::uint64_t mostExpansion = 200;

class DecompressedSource final : public ByteSource
{
public:
    DecompressedSource(
        std::shared_ptr<const ByteSource> packed, std::unique_ptr<Decompressor> decompressor, SpoolFile spool)
        : m_packed(std::move(packed))
        , m_decompressor(std::move(decompressor))
        , m_spool(std::move(spool))
    {
    }

    Result<std::size_t> readAt(std::uint64_t offset, std::span<std::byte> buffer) const override
    {
        const std::uint64_t end = offset + buffer.size();
        if (m_spool.size() < end) {
            const std::lock_guard guard(m_mutex);
            unpackUpTo(end);
            if (m_error && m_spool.size() <= offset && !buffer.empty())
                return std::unexpected(*m_error);
        }
        return m_spool.readAt(offset, buffer);
    }

    /// An estimate by what has been unpacked so far; the whole is known only at the end.
    Result<std::uint64_t> size() const override
    {
        const auto packedSize = m_packed->size();
        const std::lock_guard guard(m_mutex);
        if (!packedSize || m_isAtEnd || m_packedOffset == 0)
            return m_spool.size();
        return static_cast<std::uint64_t>(static_cast<double>(m_spool.size()) / static_cast<double>(m_packedOffset)
            * static_cast<double>(*packedSize));
    }

    bool mayGrow() const override { return m_packed->mayGrow(); }

private:
    void unpackUpTo(std::uint64_t end) const
    {
        while (m_spool.size() < end && !m_isAtEnd && !m_error) {
            if (!m_outputWasFull && !fillInput())
                return;
            unpackOnce();
        }
    }

    /// False when there is no more input, or none for now.
    bool fillInput() const
    {
        if (!m_rest.empty())
            return true;
        const bool mayGrow = m_packed->mayGrow();
        m_input.resize(inputSize);
        const auto count = m_packed->readAt(m_packedOffset, m_input);
        if (!count) {
            m_error = count.error();
            return false;
        }
        m_rest = Bytes(m_input).first(*count);
        m_packedOffset += *count;
        if (!m_rest.empty())
            return true;
        if (!mayGrow && m_isBetweenStreams)
            m_isAtEnd = true;
        else if (!mayGrow)
            m_error = Error{ErrorCode::CompressionCutShort, m_packedOffset, {}};
        return false;
    }

    void unpackOnce() const
    {
        m_output.resize(outputSize);
        const auto progress = m_decompressor->unpack(m_rest, m_output);
        if (!progress) {
            // What follows a whole stream and is none itself is filling, which every unpacker passes over.
            if (m_isBetweenStreams)
                m_isAtEnd = true;
            else
                m_error = Error{progress.error().code, m_packedOffset - m_rest.size(), progress.error().detail};
            return;
        }
        if (progress->consumed + progress->produced == 0 && !m_rest.empty()) {
            m_error = Error{ErrorCode::CompressionDamaged, m_packedOffset - m_rest.size(), {}};
            return;
        }
        m_rest = m_rest.subspan(progress->consumed);
        m_outputWasFull = progress->produced == m_output.size();
        m_isBetweenStreams = progress->isAtEnd || (m_isBetweenStreams && progress->consumed + progress->produced == 0);
        if (const auto written = m_spool.append(Bytes(m_output).first(progress->produced)); !written)
            m_error = written.error();
        if (m_spool.size() > freeExpansion + mostExpansion * m_packedOffset)
            m_error = Error{ErrorCode::ExpandsTooFar, m_packedOffset, {}};
    }

    std::shared_ptr<const ByteSource> m_packed;

    // Unpacking is how the bytes that a reader asks for come to be: it changes nothing that a caller can see.
    mutable std::mutex m_mutex;
    mutable std::unique_ptr<Decompressor> m_decompressor;
    mutable SpoolFile m_spool;
    mutable std::vector<std::byte> m_input;
    mutable std::vector<std::byte> m_output;
    mutable Bytes m_rest; ///< of m_input
    mutable std::uint64_t m_packedOffset = 0;
    mutable std::optional<Error> m_error;
    mutable bool m_outputWasFull = false;
    mutable bool m_isBetweenStreams = false;
    mutable bool m_isAtEnd = false;
};

} // namespace

Result<std::shared_ptr<ByteSource>> makeDecompressedSource(
    std::shared_ptr<const ByteSource> packed, std::unique_ptr<Decompressor> decompressor)
{
    auto spool = SpoolFile::create();
    if (!spool)
        return std::unexpected(spool.error());
    return std::make_shared<DecompressedSource>(std::move(packed), std::move(decompressor), std::move(*spool));
}

} // namespace tcpladder
