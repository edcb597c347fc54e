// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/tcp_option_parts.h"

#include <algorithm>

namespace tcpladder {

namespace {

constexpr std::size_t headLength = 2;

class PartLister
{
public:
    PartLister(const TcpOptionEntry& entry, Bytes option)
        : m_entry(entry)
        , m_option(option.first(std::min<std::size_t>(option.size(), entry.length)))
    {
    }

    std::vector<TcpOptionPart> list()
    {
        add(TcpOptionPartKind::Head, headLength);
        if (!m_entry.malformed)
            addValue(static_cast<TcpOptionKind>(m_entry.kind));
        add(TcpOptionPartKind::Other, left());
        return std::move(m_parts);
    }

private:
    std::size_t left() const { return m_option.size() - m_at; }

    void addValue(TcpOptionKind kind)
    {
        switch (kind) {
        case TcpOptionKind::MaximumSegmentSize: return add(TcpOptionPartKind::MaximumSegmentSize, 2);
        case TcpOptionKind::WindowScale: return add(TcpOptionPartKind::WindowShift, 1);
        case TcpOptionKind::Timestamps:
            add(TcpOptionPartKind::TimestampValue, 4);
            return add(TcpOptionPartKind::TimestampEcho, 4);
        case TcpOptionKind::Sack: return addSackBlocks();
        case TcpOptionKind::FastOpen: return add(TcpOptionPartKind::FastOpenCookie, left());
        default: return;
        }
    }

    void addSackBlocks()
    {
        while (left() >= 4) {
            add(TcpOptionPartKind::SackLeft, 4);
            add(TcpOptionPartKind::SackRight, 4);
        }
    }

    void add(TcpOptionPartKind kind, std::size_t wanted)
    {
        const std::size_t length = std::min(wanted, left());
        if (length == 0)
            return;
        TcpOptionPart part{kind, static_cast<std::uint8_t>(m_entry.offset + m_at), static_cast<std::uint8_t>(length)};
        if (length <= 4) {
            for (const std::byte byte : m_option.subspan(m_at, length))
                part.value = part.value << 8 | std::to_integer<std::uint32_t>(byte);
        }
        m_parts.push_back(part);
        m_at += length;
    }

    const TcpOptionEntry& m_entry;
    Bytes m_option;
    std::size_t m_at = 0;
    std::vector<TcpOptionPart> m_parts;
};

} // namespace

std::vector<TcpOptionPart> listOptionParts(const TcpOptionEntry& entry, Bytes option)
{
    return PartLister(entry, option).list();
}

} // namespace tcpladder
