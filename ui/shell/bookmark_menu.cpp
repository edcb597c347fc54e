// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/bookmark_menu.h"

#include "ui/ladder/ladder_view.h"
#include "ui/session/bookmarks.h"
#include "ui/session/capture_session.h"
#include "ui/session/navigator.h"
#include "ui/session/selection.h"
#include "ui/shell/actions.h"
#include "ui/shell/central_area.h"
#include "ui/support/format_text.h"

#include <QMainWindow>
#include <QStatusBar>

namespace tcpladder {

namespace {

constexpr std::size_t mostListed = 25;
constexpr int messageMilliseconds = 5000;

PacketNumber selectedPacket(const WindowParts& parts)
{
    const CaptureDocument* document = parts.session.document();
    if (!document || !parts.selection.segment().isValid())
        return {};
    const CaptureDocument::Reading reading(*document);
    return document->segment(parts.selection.segment()).packet;
}

} // namespace

BookmarkMenu::BookmarkMenu(const WindowParts& parts)
    : QMenu(tr("Book&marks"), &parts.window)
    , m_parts(parts)
{
    const Actions& actions = parts.actions;
    addActions({actions.toggleBookmark, actions.previousBookmark, actions.nextBookmark});
    m_removeAll = addAction(tr("&Remove All"));
    addSeparator();
    connect(actions.toggleBookmark, &QAction::triggered, this, &BookmarkMenu::toggle);
    connect(actions.nextBookmark, &QAction::triggered, this, [this] { step(true); });
    connect(actions.previousBookmark, &QAction::triggered, this, [this] { step(false); });
    connect(m_removeAll, &QAction::triggered, &parts.bookmarks, &Bookmarks::removeAll);
    connect(this, &QMenu::aboutToShow, this, &BookmarkMenu::list);
    connect(&parts.bookmarks, &Bookmarks::changed, this, &BookmarkMenu::showState);
    showState();
}

void BookmarkMenu::showState()
{
    const bool hasAny = !m_parts.bookmarks.packets().empty();
    for (QAction* action : {m_parts.actions.nextBookmark, m_parts.actions.previousBookmark, m_removeAll})
        action->setEnabled(hasAny);
}

void BookmarkMenu::list()
{
    qDeleteAll(m_listed);
    m_listed.clear();
    const CaptureDocument* document = m_parts.session.document();
    for (const PacketNumber packet : m_parts.bookmarks.packets()) {
        const SegmentId segment = document ? segmentOf(*document, packet) : SegmentId();
        if (!segment.isValid())
            continue;
        if (m_listed.size() == static_cast<qsizetype>(mostListed)) {
            m_listed << addAction(tr("and %1 more").arg(formatCount(m_parts.bookmarks.packets().size() - mostListed)));
            m_listed.last()->setEnabled(false);
            return;
        }
        m_listed << addAction(bookmarkText(*document, segment));
        connect(m_listed.last(), &QAction::triggered, this, [this, packet] { goTo(packet); });
    }
}

/// "#12: SYN,ACK from 10.0.0.2:6378"
QString BookmarkMenu::bookmarkText(const CaptureDocument& document, SegmentId segment)
{
    const CaptureDocument::Reading reading(document);
    const SegmentRecord record = document.segment(segment);
    const Connection& connection = document.connection(record.connection).connection;
    return tr("#%1: %2 from %3")
        .arg(QString::number(record.packet.value), QString::fromStdString(formatFlags(record.flags())),
            toText(connection.endpoint(record.sender)));
}

void BookmarkMenu::toggle()
{
    if (const PacketNumber packet = selectedPacket(m_parts); packet.isValid())
        m_parts.bookmarks.toggle(packet);
}

void BookmarkMenu::step(bool isForward)
{
    const PacketNumber from = selectedPacket(m_parts);
    const auto packet = isForward ? m_parts.bookmarks.next(from) : m_parts.bookmarks.previous(from);
    if (!packet)
        return;
    if (isForward ? *packet <= from : *packet >= from)
        m_parts.window.statusBar()->showMessage(
            isForward ? tr("Went on from the first bookmark.") : tr("Went on from the last bookmark."),
            messageMilliseconds);
    goTo(*packet);
}

void BookmarkMenu::goTo(PacketNumber packet)
{
    const CaptureDocument* document = m_parts.session.document();
    const SegmentId segment = document ? segmentOf(*document, packet) : SegmentId();
    if (!segment.isValid())
        return;
    selectSegment(m_parts.selection, *document, segment);
    m_parts.centre.ladder().unfoldSelected();
}

} // namespace tcpladder
