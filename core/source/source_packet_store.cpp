// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/source_packet_store.h"

namespace tcpladder {

namespace {

class SourcePacketStore final : public PacketStore
{
public:
    explicit SourcePacketStore(std::shared_ptr<const ByteSource> source)
        : m_source(std::move(source))
    {
    }

    Result<std::vector<std::byte>> fetch(std::uint64_t offset, std::uint32_t capturedLength) const override
    {
        std::vector<std::byte> bytes(capturedLength);
        const auto count = m_source->readAt(offset, bytes);
        if (!count)
            return std::unexpected(count.error());
        if (*count < bytes.size())
            return std::unexpected(Error{ErrorCode::FileShrank, offset + *count, {}});
        return bytes;
    }

private:
    std::shared_ptr<const ByteSource> m_source;
};

} // namespace

std::shared_ptr<const PacketStore> makeSourcePacketStore(std::shared_ptr<const ByteSource> source)
{
    return std::make_shared<SourcePacketStore>(std::move(source));
}

} // namespace tcpladder
