// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tcpladder {

/// A sentence with its values still apart, so that the window can translate it: text is marked with TCPLADDER_TR and
/// has %1, %2 ... where the arguments belong.
struct Message
{
    std::string_view text;
    std::vector<std::string> arguments;
};

/// The sentence with its values in their places.
std::string toEnglish(const Message& message);

} // namespace tcpladder
