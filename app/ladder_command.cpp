// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export_command.h"
#include "app/failure.h"
#include "app/say.h"
#include "core/document/load.h"
#include "core/report/output_file.h"
#include "ui/ladder/ladder_export.h"
#include "ui/support/theme.h"
#include "ui/support/translation.h"

#include <QBuffer>
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

QByteArray drawLadder(const CaptureDocument& document, const ExportLadder& command)
{
    const Theme theme;
    const LadderPictureOptions options{.twoMsl = command.options.twoMsl};
    const ConnectionId connection(command.connection - 1);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (command.output.extension() == ".png")
        renderLadder(document, connection, theme, options).save(&buffer, "PNG");
    else
        writeLadderSvg(buffer, document, connection, theme, options);
    return buffer.data();
}

} // namespace

ExitStatus runExport(const ExportLadder& command)
{
    const auto application = makeApplication();
    const Translation translation;
    const auto document = loadCaptures(command.files);
    if (!document)
        return fail(nameOf(command.files), document.error());
    if (command.connection == 0 || command.connection > (*document)->connectionCount())
        return fail(nameOf(command.files), {ErrorCode::NoSuchConnection, {}, std::to_string(command.connection)});
    auto output = OutputFile::open(command.output);
    if (!output)
        return fail(command.output.string(), output.error());
    const QByteArray picture = drawLadder(**document, command);
    if (picture.isEmpty())
        return fail(command.output.string(),
            {ErrorCode::CannotWrite, {},
                say(QT_TRANSLATE_NOOP("commandLine", "the connection is too long for one picture"))});
    output->write({picture.constData(), static_cast<std::size_t>(picture.size())});
    if (const auto committed = output->commit(); !committed)
        return fail(command.output.string(), committed.error());
    return ExitStatus::Success;
}

} // namespace tcpladder
