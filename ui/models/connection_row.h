// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"

#include <QMetaType>
#include <QString>

namespace tcpladder {

/// What the list shows of one connection, as plain values.
struct ConnectionRow
{
    ConnectionId id;
    QString endpointA;
    QString endpointB;
    TcpState state = TcpState::Unknown; ///< the telling one
    std::vector<TcpState> walked;       ///< by the same side, in order
    std::uint64_t segments = 0;
    std::uint64_t bytes = 0; ///< payload of both sides
    Duration duration{};
    Timestamp start = unknownTime;
    std::uint64_t findings = 0; ///< that are more than a note
};

/// Call under a Reading.
ConnectionRow readConnectionRow(const CaptureDocument& document, ConnectionId id);

} // namespace tcpladder

Q_DECLARE_METATYPE(tcpladder::ConnectionRow)
