// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/features.h"

#include "ui/ladder/ladder_view.h"
#include "ui/overview/overview_view.h"
#include "ui/session/capture_session.h"
#include "ui/session/navigator.h"
#include "ui/shell/actions.h"
#include "ui/shell/central_area.h"
#include "ui/shell/docks.h"
#include "ui/shell/export_dialog.h"
#include "ui/shell/help_boxes.h"
#include "ui/shell/legend_dialog.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/overview_feature.h"
#include "ui/support/settings.h"
#include "ui/support/theme.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMainWindow>
#include <QMimeData>
#include <QStatusBar>

namespace tcpladder {

namespace {

constexpr int messageMilliseconds = 8000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(export)
};

struct LadderWords
{
    Q_DECLARE_TR_FUNCTIONS(ladder)
};

bool hasLadder(const WindowParts& parts)
{
    return parts.session.document() && parts.selection.connection().isValid();
}

LadderExportOptions exportOptions(const WindowParts& parts)
{
    return {.look = parts.centre.ladder().look(), .twoMsl = parts.selection.twoMsl()};
}

void exportLadder(const WindowParts& parts)
{
    if (!hasLadder(parts))
        return;
    const ExportOutcome outcome = askAndExportLadder(parts.window, *parts.session.document(),
        parts.selection.connection(), parts.settings, exportOptions(parts), parts.centre.ladder().shownSegments());
    if (outcome.isWritten)
        parts.window.statusBar()->showMessage(outcome.message, messageMilliseconds);
    else if (!outcome.message.isEmpty())
        parts.centre.messages().showMessage(Severity::Error, outcome.message);
}

void copyLadderOf(const WindowParts& parts)
{
    if (!hasLadder(parts))
        return;
    const Theme forPaper(Theme::Scheme::Light);
    auto data = copyLadder(*parts.session.document(), parts.selection.connection(), forPaper, exportOptions(parts));
    if (!data)
        return;
    const QString message = data->hasImage() ? Words::tr("Copied as picture, SVG and text.")
        : data->hasFormat(QStringLiteral("image/svg+xml"))
        ? Words::tr("Copied as SVG and text: the ladder has too many pixels.")
        : Words::tr("Copied as text: the ladder is too long for a picture.");
    QGuiApplication::clipboard()->setMimeData(data.release());
    parts.window.statusBar()->showMessage(message, messageMilliseconds);
}

} // namespace

void connectLadderActions(const WindowParts& parts, QObject* context)
{
    const Actions& actions = parts.actions;
    Settings& settings = parts.settings;
    LadderView& ladder = parts.centre.ladder();
    ladder.setSequenceStyle(settings.sequenceStyle());
    ladder.setRowSpacing(settings.rowSpacing());
    ladder.setFoldsRuns(settings.foldsRuns());
    actions.relativeSequence->setChecked(settings.sequenceStyle() == SequenceStyle::Relative);
    actions.foldRuns->setChecked(settings.foldsRuns());
    QObject::connect(actions.relativeSequence, &QAction::toggled, context, [&settings, &ladder](bool isRelative) {
        const SequenceStyle style = isRelative ? SequenceStyle::Relative : SequenceStyle::Absolute;
        settings.setSequenceStyle(style);
        ladder.setSequenceStyle(style);
    });
    QObject::connect(actions.foldRuns, &QAction::toggled, context, [&settings, &ladder](bool folds) {
        settings.setFoldsRuns(folds);
        ladder.setFoldsRuns(folds);
    });
    QObject::connect(actions.zoomIn, &QAction::triggered, &ladder, &LadderView::zoomIn);
    QObject::connect(actions.zoomOut, &QAction::triggered, &ladder, &LadderView::zoomOut);
    QObject::connect(actions.resetZoom, &QAction::triggered, &ladder, &LadderView::resetZoom);
    QObject::connect(actions.fitWidth, &QAction::triggered, &ladder, &LadderView::fitWidth);
    QObject::connect(actions.fitConnection, &QAction::triggered, context, [&ladder, &window = parts.window] {
        if (!ladder.fitConnection())
            window.statusBar()->showMessage(
                LadderWords::tr("The connection is longer than the window even at the smallest size that can be read."),
                messageMilliseconds);
    });
    QObject::connect(&ladder, &LadderView::lookChanged, context,
        [&ladder, &actions] { actions.foldRuns->setChecked(ladder.look().foldsRuns); });
}

void connectGoActions(const WindowParts& parts, QObject* context)
{
    const auto go = [&parts, context](QAction* action, void (Navigator::*way)()) {
        QObject::connect(action, &QAction::triggered, context, [&to = parts.navigator, way] { (to.*way)(); });
    };
    const Actions& actions = parts.actions;
    go(actions.firstSegment, &Navigator::firstSegment);
    go(actions.previousSegment, &Navigator::previousSegment);
    go(actions.nextSegment, &Navigator::nextSegment);
    go(actions.lastSegment, &Navigator::lastSegment);
    go(actions.previousConnection, &Navigator::previousConnection);
    go(actions.nextConnection, &Navigator::nextConnection);
    go(actions.previousFinding, &Navigator::previousFinding);
    go(actions.nextFinding, &Navigator::nextFinding);
    QObject::connect(actions.findConnection, &QAction::triggered, &parts.docks, &Docks::focusConnectionFilter);
    QObject::connect(actions.resetLayout, &QAction::triggered, &parts.docks, &Docks::reset);
}

void connectExportActions(const WindowParts& parts, QObject* context)
{
    QObject::connect(parts.actions.exportLadder, &QAction::triggered, context,
        [parts] { parts.centre.isOverviewShown() ? exportOverview(parts) : exportLadder(parts); });
    // Only where the ladder has the focus: in a field of text the keys copy that.
    parts.actions.copyLadder->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    parts.centre.ladder().addAction(parts.actions.copyLadder);
    parts.centre.overview().addAction(parts.actions.copyLadder);
    QObject::connect(parts.actions.copyLadder, &QAction::triggered, context,
        [parts] { parts.centre.isOverviewShown() ? copyOverview(parts) : copyLadderOf(parts); });
}

void connectHelpActions(const WindowParts& parts, QObject* context)
{
    const Actions& actions = parts.actions;
    QWidget& window = parts.window;
    QObject::connect(actions.shortcuts, &QAction::triggered, context,
        [&window, &actions] { showShortcutBox(window, actions.withShortcut()); });
    QObject::connect(
        actions.legend, &QAction::triggered, context, [&window, &theme = parts.theme] { showLegend(window, theme); });
    QObject::connect(actions.about, &QAction::triggered, context, [&window] { showAboutBox(window); });
}

} // namespace tcpladder
