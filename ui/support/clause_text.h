// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace tcpladder {

/// Core's "RFC 9293 3.1, 3.6" as people write it: "RFC 9293 §3.1, §3.6".
QString clauseText(std::string_view clause);

} // namespace tcpladder
