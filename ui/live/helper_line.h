// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <variant>

namespace tcpladder {

/// What the capture helper says on its standard output; `tcpladder-capture --help` tells what each line means.

struct HelperReady
{
};

struct HelperFile
{
    QString path;
};

struct HelperCounts
{
    quint64 written = 0;  ///< packets in the file
    quint64 received = 0; ///< packets that the filter let through
    quint64 dropped = 0;  ///< of these, for lack of room in the kernel
    quint64 bytes = 0;    ///< in the file

    bool operator==(const HelperCounts&) const = default;
};

struct HelperError
{
    QString word; ///< "no-privilege"
    QString text; ///< in English, from the system or libpcap
};

struct HelperEnd
{
};

using HelperLine = std::variant<HelperReady, HelperFile, HelperCounts, HelperError, HelperEnd>;

/// Nothing for a line that this program doesn't know: a newer helper may say more.
std::optional<HelperLine> parseHelperLine(const QByteArray& line);

} // namespace tcpladder
