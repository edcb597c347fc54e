// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/overview_feature.h"

#include "ui/export/picture_dialog.h"
#include "ui/ladder/ladder_view.h"
#include "ui/overview/overview_export.h"
#include "ui/overview/overview_view.h"
#include "ui/session/capture_session.h"
#include "ui/shell/actions.h"
#include "ui/shell/central_area.h"
#include "ui/shell/message_bar.h"
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
    Q_DECLARE_TR_FUNCTIONS(overview)
};

OverviewSource sourceOf(const WindowParts& parts)
{
    OverviewView& view = parts.centre.overview();
    const LadderLook& look = parts.centre.ladder().look();
    return {.document = *parts.session.document(),
        .rows = view.rows(),
        .hosts = view.hosts(),
        .spacing = look.spacing,
        .timeZoom = look.timeZoom};
}

void followLook(const WindowParts& parts)
{
    const LadderLook& look = parts.centre.ladder().look();
    parts.centre.overview().setSpacing(look.spacing, look.timeZoom);
    parts.centre.overview().setFoldsRuns(look.foldsRuns);
}

} // namespace

void connectOverview(const WindowParts& parts, QObject* context)
{
    LadderView& ladder = parts.centre.ladder();
    OverviewView& overview = parts.centre.overview();
    QAction* show = parts.actions.showOverview;
    QObject::connect(show, &QAction::toggled, &parts.centre, &CentralArea::showOverview);
    QObject::connect(&overview, &OverviewView::ladderWanted, context, [show, &ladder] {
        show->setChecked(false);
        ladder.unfoldSelected();
    });
    QObject::connect(&ladder, &LadderView::lookChanged, context, [parts] { followLook(parts); });
    QObject::connect(&ladder, &LadderView::zoomChanged, context, [&] { overview.setZoom(ladder.zoom()); });
    followLook(parts);
}

void exportOverview(const WindowParts& parts)
{
    const QString path = askForExportPath(
        parts.window, parts.settings, Words::tr("Export the overview"), QStringLiteral("overview"), pictureFilters());
    if (path.isEmpty())
        return;
    const auto format = pictureFormatOf(path);
    const Theme forPaper(Theme::Scheme::Light);
    const ExportOutcome outcome = !format
        ? ExportOutcome{false, Words::tr("End the name in .svg, .pdf or .png: that says what to write.")}
        : writeFile(path, [&](QIODevice& device) { return writeOverview(device, *format, sourceOf(parts), forPaper); });
    if (outcome.isWritten)
        parts.window.statusBar()->showMessage(outcome.message, messageMilliseconds);
    else
        parts.centre.messages().showMessage(Severity::Error, outcome.message);
}

void copyOverview(const WindowParts& parts)
{
    const Theme forPaper(Theme::Scheme::Light);
    const auto picture = makeOverviewPicture(sourceOf(parts), forPaper);
    if (!picture)
        return parts.centre.messages().showMessage(Severity::Warning, picture.error());
    QGuiApplication::clipboard()->setMimeData(clipboardData(*picture, picture->title).release());
    parts.window.statusBar()->showMessage(Words::tr("The overview is on the clipboard."), messageMilliseconds);
}

} // namespace tcpladder
