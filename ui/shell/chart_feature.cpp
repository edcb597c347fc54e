// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/chart_feature.h"

#include "ui/charts/chart_panel.h"
#include "ui/export/picture_dialog.h"
#include "ui/shell/central_area.h"
#include "ui/shell/docks.h"
#include "ui/shell/message_bar.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMimeData>
#include <QStatusBar>

namespace tcpladder {

namespace {

constexpr int messageMilliseconds = 8000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(charts)
};

void saveChart(const WindowParts& parts)
{
    const auto picture = parts.docks.charts().picture();
    if (!picture)
        return;
    const ExportOutcome outcome = askAndExportPicture(
        parts.window, parts.settings, Words::tr("Save the chart"), parts.docks.charts().pictureName(), *picture);
    if (outcome.isWritten)
        parts.window.statusBar()->showMessage(outcome.message, messageMilliseconds);
    else if (!outcome.message.isEmpty())
        parts.centre.messages().showMessage(Severity::Error, outcome.message);
}

void copyChart(const WindowParts& parts)
{
    const auto picture = parts.docks.charts().picture();
    if (!picture)
        return;
    QGuiApplication::clipboard()->setMimeData(clipboardData(*picture, picture->title).release());
    parts.window.statusBar()->showMessage(Words::tr("The chart is on the clipboard."), messageMilliseconds);
}

} // namespace

void connectCharts(const WindowParts& parts, QObject* context)
{
    auto* menu = new QMenu(&parts.window);
    QObject::connect(
        menu->addAction(Words::tr("&Save Picture…")), &QAction::triggered, context, [parts] { saveChart(parts); });
    QObject::connect(
        menu->addAction(Words::tr("&Copy Picture")), &QAction::triggered, context, [parts] { copyChart(parts); });
    parts.docks.charts().setExportMenu(*menu);
    QAction* show = parts.docks.chartsAction();
    show->setToolTip(Words::tr("Sequence numbers, round trips, bytes in flight and throughput over time"));
}

} // namespace tcpladder
