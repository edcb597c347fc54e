// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/message.h"

namespace tcpladder {

std::string toEnglish(const Message& message)
{
    std::string sentence;
    for (std::size_t i = 0; i < message.text.size(); ++i) {
        const bool isPlace = message.text[i] == '%' && i + 1 < message.text.size() && message.text[i + 1] >= '1'
            && message.text[i + 1] <= '9';
        if (!isPlace) {
            sentence += message.text[i];
            continue;
        }
        const auto argument = static_cast<std::size_t>(message.text[++i] - '1');
        if (argument < message.arguments.size())
            sentence += message.arguments[argument];
    }
    return sentence;
}

} // namespace tcpladder
