// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace tcpladder {

enum class TcpFlag : std::uint16_t {
    Fin = 0x001,
    Syn = 0x002,
    Rst = 0x004,
    Psh = 0x008,
    Ack = 0x010,
    Urg = 0x020,
    Ece = 0x040,
    Cwr = 0x080,
    Ae = 0x100, ///< RFC 9768 (AccECN); NS in RFC 3540
};

/// The twelve bits behind the data offset (RFC 9293 section 3.1): three reserved ones, then AE CWR ECE URG ACK PSH RST
/// SYN FIN.
struct TcpFlags
{
    static constexpr std::uint16_t mask = 0x0fff;

    std::uint16_t bits = 0;

    constexpr TcpFlags() = default;
    constexpr explicit TcpFlags(std::uint16_t value)
        : bits(value & mask)
    {
    }

    constexpr bool has(TcpFlag flag) const { return bits & static_cast<std::uint16_t>(flag); }
    constexpr bool operator==(const TcpFlags&) const = default;

    constexpr TcpFlags with(TcpFlag flag) const { return TcpFlags(bits | static_cast<std::uint16_t>(flag)); }
    constexpr TcpFlags without(TcpFlag flag) const
    {
        return TcpFlags(static_cast<std::uint16_t>(bits & ~static_cast<std::uint16_t>(flag)));
    }
};

constexpr TcpFlags operator|(TcpFlag a, TcpFlag b)
{
    return TcpFlags(static_cast<std::uint16_t>(static_cast<std::uint16_t>(a) | static_cast<std::uint16_t>(b)));
}

constexpr TcpFlags operator|(TcpFlags a, TcpFlag b)
{
    return a.with(b);
}

struct TcpFlagName
{
    TcpFlag flag;
    std::string_view name;
};

/// From the most significant bit to the least, as the header shows them.
inline constexpr auto tcpFlagNames = std::to_array<TcpFlagName>({
    {TcpFlag::Ae, "AE"},
    {TcpFlag::Cwr, "CWR"},
    {TcpFlag::Ece, "ECE"},
    {TcpFlag::Urg, "URG"},
    {TcpFlag::Ack, "ACK"},
    {TcpFlag::Psh, "PSH"},
    {TcpFlag::Rst, "RST"},
    {TcpFlag::Syn, "SYN"},
    {TcpFlag::Fin, "FIN"},
});

/// "SYN,ACK" in the order in which people say them: SYN, FIN and RST first; "none" without any.
std::string formatFlags(TcpFlags flags);

/// Three hexadecimal digits, "0x012".
std::string formatFlagsHex(TcpFlags flags);

} // namespace tcpladder
