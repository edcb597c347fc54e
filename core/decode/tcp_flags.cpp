// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/tcp_flags.h"

#include <cstdio>

namespace tcpladder {

std::string formatFlags(TcpFlags flags)
{
    static constexpr std::array spoken{TcpFlag::Syn, TcpFlag::Fin, TcpFlag::Rst};
    std::string text;
    const auto add = [&text](std::string_view name) {
        if (!text.empty())
            text += ',';
        text += name;
    };
    const auto isSpokenFirst = [](TcpFlag flag) { return flag == spoken[0] || flag == spoken[1] || flag == spoken[2]; };
    for (const TcpFlag flag : spoken) {
        for (const TcpFlagName& entry : tcpFlagNames) {
            if (entry.flag == flag && flags.has(flag))
                add(entry.name);
        }
    }
    for (const TcpFlagName& entry : tcpFlagNames) {
        if (!isSpokenFirst(entry.flag) && flags.has(entry.flag))
            add(entry.name);
    }
    return text.empty() ? "none" : text;
}

std::string formatFlagsHex(TcpFlags flags)
{
    char text[8];
    std::snprintf(text, sizeof text, "0x%03x", flags.bits);
    return text;
}

} // namespace tcpladder
