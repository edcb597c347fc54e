// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/ladder_command.h"

#include "app/desktop/output_device.h"
#include "app/failure.h"
#include "app/say.h"
#include "core/document/load.h"
#include "ui/ladder/ladder_export.h"
#include "ui/support/steady_time.h"
#include "ui/support/theme.h"
#include "ui/support/translation.h"

#include <QGuiApplication>

namespace tcpladder {

namespace {

/// Fonts need a Qt application, even where nobody looks.
std::unique_ptr<QGuiApplication> makeApplication()
{
    static int argc = 1;
    static char name[] = "tcpladder";
    static char* argv[] = {name, nullptr};
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

/// Of --format, else by the file's ending.
std::optional<LadderFormat> formatOf(const ExportLadder& command)
{
    const std::string ending = command.format.empty()
        ? command.output.extension().string().substr(command.output.has_extension())
        : command.format;
    return ladderFormatNamed(QString::fromStdString(ending));
}

QPageSize pageSizeOf(const std::string& name)
{
    if (name == "A3")
        return QPageSize(QPageSize::A3);
    if (name == "A5")
        return QPageSize(QPageSize::A5);
    if (name == "letter")
        return QPageSize(QPageSize::Letter);
    return QPageSize(name == "legal" ? QPageSize::Legal : QPageSize::A4);
}

LadderExportOptions optionsOf(const ExportLadder& command)
{
    LadderExportOptions options{.twoMsl = command.options.twoMsl, .scale = command.scale};
    options.look.sequenceStyle = command.absolute ? SequenceStyle::Absolute : SequenceStyle::Relative;
    options.look.foldsRuns = command.fold;
    if (command.spacing != "even")
        options.look.spacing = command.spacing == "linear" ? RowSpacing::LinearTime : RowSpacing::FoldedTime;
    options.range = {command.firstSegment - 1, command.lastSegment};
    options.page.setPageSize(pageSizeOf(command.page), options.page.margins());
    options.page.setOrientation(command.landscape ? QPageLayout::Landscape : QPageLayout::Portrait);
    return options;
}

ExitStatus failToWrite(const ExportLadder& command, const std::string& reason)
{
    return fail(command.output.string(), {ErrorCode::CannotWrite, {}, reason});
}

} // namespace

ExitStatus runExport(const ExportLadder& command)
{
    const auto application = makeApplication();
    const Translation translation;
    const auto format = formatOf(command);
    if (!format)
        return failToWrite(command,
            say(TCPLADDER_TR(
                "commandLine", "say the format by --format or the file's ending: svg, pdf, png, mmd, puml or txt")));
    const auto document = loadCaptures(command.files, steadyTime);
    if (!document)
        return fail(nameOf(command.files), document.error());
    if (command.connection == 0 || command.connection > (*document)->connectionCount())
        return fail(nameOf(command.files), {ErrorCode::NoSuchConnection, {}, std::to_string(command.connection)});
    auto output = OutputFile::open(command.output);
    if (!output)
        return fail(command.output.string(), output.error());
    const Theme theme(command.isDark ? Theme::Scheme::Dark : Theme::Scheme::Light);
    OutputDevice device(*output);
    const auto written
        = writeLadder(device, *format, **document, ConnectionId(command.connection - 1), theme, optionsOf(command));
    if (!written)
        return failToWrite(command, written.error().toStdString());
    if (const auto committed = output->commit(); !committed)
        return fail(command.output.string(), committed.error());
    return ExitStatus::Success;
}

} // namespace tcpladder
