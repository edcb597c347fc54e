// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace tcpladder {

/// What is captured, and how. The words are libpcap's.
struct CaptureOptions
{
    QString device;
    QString filter; ///< in libpcap's language; empty: everything
    std::optional<int> snapshotLength{};
    bool isPromiscuous = true;
    bool isImmediate = false; ///< each packet at once, instead of a picture's time later in a batch with others
    std::optional<qint64> rotateBytes{};
    std::optional<int> rotateSeconds{};

    bool operator==(const CaptureOptions&) const = default;
};

} // namespace tcpladder
