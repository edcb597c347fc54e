// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/find_feature.h"

#include "ui/find/find_bar.h"
#include "ui/find/segment_search.h"
#include "ui/ladder/ladder_view.h"
#include "ui/shell/actions.h"
#include "ui/shell/central_area.h"

#include <QCoreApplication>
#include <QMainWindow>
#include <QStatusBar>

namespace tcpladder {

namespace {

constexpr int messageMilliseconds = 5000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(find)
};

} // namespace

void connectFind(const WindowParts& parts, QObject* context)
{
    auto* search = new SegmentSearch(parts.session, parts.selection, context);
    auto* bar = new FindBar(*search, parts.theme);
    LadderView& ladder = parts.centre.ladder();
    parts.centre.addBar(bar);
    const auto step = [search, bar](void (SegmentSearch::*way)()) {
        return [search, bar, way] {
            if (search->query().isEmpty())
                bar->open();
            else
                (search->*way)();
        };
    };
    QObject::connect(parts.actions.find, &QAction::triggered, bar, &FindBar::open);
    QObject::connect(parts.actions.findNext, &QAction::triggered, bar, step(&SegmentSearch::goToNext));
    QObject::connect(parts.actions.findPrevious, &QAction::triggered, bar, step(&SegmentSearch::goToPrevious));
    QObject::connect(bar, &FindBar::closed, &ladder, qOverload<>(&QWidget::setFocus));
    QObject::connect(search, &SegmentSearch::shown, &ladder, &LadderView::unfoldSelected);
    QObject::connect(search, &SegmentSearch::wrapped, context, [status = parts.window.statusBar()](bool isForward) {
        status->showMessage(isForward ? Words::tr("Went on from the connection's first segment.")
                                      : Words::tr("Went on from the connection's last segment."),
            messageMilliseconds);
    });
}

} // namespace tcpladder
