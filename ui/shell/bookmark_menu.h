// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "ui/shell/window_parts.h"

#include <QMenu>

namespace tcpladder {

class CaptureDocument;

/// The bookmarks: sets and removes them, leads from one to the next, and lists them.
class BookmarkMenu : public QMenu
{
    Q_OBJECT

public:
    explicit BookmarkMenu(const WindowParts& parts);

private:
    static QString bookmarkText(const CaptureDocument& document, SegmentId segment);
    void list();
    void showState();
    void toggle();
    void step(bool isForward);
    void goTo(PacketNumber packet);

    WindowParts m_parts;
    QAction* m_removeAll;
    QList<QAction*> m_listed;
};

} // namespace tcpladder
