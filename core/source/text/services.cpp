// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/services.h"

#include "core/source/text/text_cursor.h"

namespace tcpladder {

/// Halves the list, from line to line.
std::optional<std::uint16_t> findServiceOfIana(std::string_view name)
{
    std::string_view rest = servicesOfIana();
    while (!rest.empty()) {
        const std::size_t before = rest.rfind('\n', rest.size() / 2);
        const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
        const std::size_t end = rest.find('\n', begin);
        TextCursor line(rest.substr(begin, end - begin));
        const auto known = line.upTo("\t");
        if (!known || *known == name)
            return known ? line.number<std::uint16_t>() : std::nullopt;
        rest = name < *known ? rest.substr(0, begin)
                             : rest.substr(end == std::string_view::npos ? rest.size() : end + 1);
    }
    return {};
}

} // namespace tcpladder
