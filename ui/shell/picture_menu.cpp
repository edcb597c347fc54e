// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/picture_menu.h"

#include "ui/export/picture_dialog.h"
#include "ui/shell/central_area.h"
#include "ui/shell/message_bar.h"

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
    Q_DECLARE_TR_FUNCTIONS(pictures)
};

void copyPicture(const WindowParts& parts, const PictureSource& source)
{
    const std::optional<Picture> picture = source.picture();
    if (!picture)
        return;
    QGuiApplication::clipboard()->setMimeData(clipboardData(*picture, source.text()).release());
    parts.window.statusBar()->showMessage(Words::tr("Copied as picture, SVG and text."), messageMilliseconds);
}

void savePicture(const WindowParts& parts, const PictureSource& source)
{
    const std::optional<Picture> picture = source.picture();
    if (!picture)
        return;
    const ExportOutcome outcome
        = askAndExportPicture(parts.window, parts.settings, Words::tr("Save Picture"), source.fileName, *picture);
    if (outcome.isWritten)
        parts.window.statusBar()->showMessage(outcome.message, messageMilliseconds);
    else if (!outcome.message.isEmpty())
        parts.centre.messages().showMessage(Severity::Error, outcome.message);
}

} // namespace

void addPictureMenu(QWidget& panel, const WindowParts& parts, const PictureSource& source)
{
    panel.setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(&panel, &QWidget::customContextMenuRequested, &panel, [&panel, parts, source](QPoint position) {
        QMenu menu(&panel);
        QAction* copy = menu.addAction(Words::tr("Copy &Picture"), &panel, [&] { copyPicture(parts, source); });
        QAction* save = menu.addAction(Words::tr("&Save Picture As…"), &panel, [&] { savePicture(parts, source); });
        const bool hasPicture = source.picture().has_value();
        copy->setEnabled(hasPicture);
        save->setEnabled(hasPicture);
        menu.exec(panel.mapToGlobal(position));
    });
}

} // namespace tcpladder
