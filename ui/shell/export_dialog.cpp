// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/export_dialog.h"

#include "ui/shell/export_options_dialog.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProgressDialog>

namespace tcpladder {

namespace {

constexpr int millisecondsBeforeProgress = 500;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(export)
};

QStringList ladderFilters()
{
    return pictureFilters()
        + QStringList{
            Words::tr("Mermaid diagram (*.mmd)"), Words::tr("PlantUML diagram (*.puml)"), Words::tr("Text (*.txt)")};
}

std::size_t segmentsOf(const CaptureDocument& document, ConnectionId connection)
{
    const CaptureDocument::Reading reading(document);
    return document.connection(connection).connection.segments.size();
}

} // namespace

ExportOutcome askAndExportLadder(QWidget& parent, const CaptureDocument& document, ConnectionId connection,
    Settings& settings, LadderExportOptions options, LadderRange shown)
{
    ExportOptionsDialog dialog(segmentsOf(document, connection), shown, &parent);
    if (dialog.exec() != QDialog::Accepted)
        return {};
    const QString path = askForExportPath(parent, settings, Words::tr("Export the ladder"),
        QStringLiteral("connection-%1").arg(connection.value + 1), ladderFilters());
    if (path.isEmpty())
        return {};
    const auto format = ladderFormatNamed(QFileInfo(path).suffix());
    if (!format)
        return {false, Words::tr("End the name in .svg, .pdf, .png, .mmd, .puml or .txt: that says what to write.")};
    options.range = dialog.range();
    options.page = dialog.page();
    options.scale = dialog.scale();
    QProgressDialog progress(Words::tr("Writing the ladder…"), Words::tr("Cancel"), 0, 0, &parent);
    progress.setWindowModality(Qt::WindowModal);
    progress.setMinimumDuration(millisecondsBeforeProgress);
    options.progress = [&progress](std::size_t done, std::size_t pages) {
        progress.setMaximum(static_cast<int>(pages));
        progress.setValue(static_cast<int>(done));
        return !progress.wasCanceled();
    };
    const Theme colors(dialog.scheme());
    return writeFile(
        path, [&](QIODevice& device) { return writeLadder(device, *format, document, connection, colors, options); });
}

} // namespace tcpladder
