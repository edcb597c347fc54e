// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QObject>

#include <optional>
#include <set>

namespace tcpladder {

class CaptureDocument;
class CaptureSession;
class Settings;

/// The packets of the open capture that the user marked. Those of a file are remembered, by its path, its size and
/// the packets' numbers; those of a pasted text last as long as it is open.
class Bookmarks : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    Bookmarks(const CaptureSession& session, Settings& settings, QObject* parent = nullptr);

    const std::set<PacketNumber>& packets() const { return m_packets; }
    bool has(PacketNumber packet) const { return m_packets.contains(packet); }
    void toggle(PacketNumber packet);
    void removeAll();

    /// The first one behind the packet, or before it; beyond the last comes the first.
    std::optional<PacketNumber> next(PacketNumber packet) const;
    std::optional<PacketNumber> previous(PacketNumber packet) const;

signals:
    void changed();

private:
    void load();
    void store();

    const CaptureSession& m_session;
    Settings& m_settings;
    const CaptureDocument* m_document = nullptr; ///< whose packets they are; only compared
    std::set<PacketNumber> m_packets;
};

} // namespace tcpladder
