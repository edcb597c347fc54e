// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/bookmarks.h"

#include "ui/session/capture_session.h"
#include "ui/support/settings.h"

#include <QFileInfo>

#include <utility>

namespace tcpladder {

Bookmarks::Bookmarks(const CaptureSession& session, Settings& settings, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_settings(settings)
{
    connect(&session, &CaptureSession::documentReplaced, this, &Bookmarks::load);
    // A file that was followed has grown since.
    connect(&session, &CaptureSession::documentLeaving, this, &Bookmarks::store);
}

void Bookmarks::toggle(PacketNumber packet)
{
    if (m_packets.erase(packet) == 0)
        m_packets.insert(packet);
    store();
    emit changed();
}

void Bookmarks::removeAll()
{
    m_packets.clear();
    store();
    emit changed();
}

std::optional<PacketNumber> Bookmarks::next(PacketNumber packet) const
{
    if (m_packets.empty())
        return std::nullopt;
    const auto behind = m_packets.upper_bound(packet);
    return behind == m_packets.end() ? *m_packets.begin() : *behind;
}

std::optional<PacketNumber> Bookmarks::previous(PacketNumber packet) const
{
    if (m_packets.empty())
        return std::nullopt;
    const auto from = m_packets.lower_bound(packet);
    return from == m_packets.begin() ? *m_packets.rbegin() : *std::prev(from);
}

void Bookmarks::load()
{
    const CaptureDocument* document = m_session.document();
    if (std::exchange(m_document, document) == document)
        return;
    m_packets.clear();
    if (document) {
        for (const quint32 number : m_settings.bookmarks(m_session.path()))
            m_packets.insert({number});
    }
    emit changed();
}

void Bookmarks::store()
{
    const QString path = m_session.path();
    if (!m_document || !QFileInfo(path).isFile())
        return;
    QList<quint32> numbers;
    for (const PacketNumber packet : m_packets)
        numbers << packet.value;
    m_settings.setBookmarks(path, numbers);
}

} // namespace tcpladder
