// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/window_command.h"

#include "ui/shell/main_window.h"
#include "ui/support/settings.h"
#include "ui/support/theme.h"

#include <QApplication>

namespace tcpladder {

namespace {

CaptureOptions captureOptions(const LiveRequest& request)
{
    CaptureOptions options;
    options.device = QString::fromStdString(request.device);
    options.filter = QString::fromStdString(request.filter);
    options.snapshotLength = request.snapshotLength;
    options.isPromiscuous = request.isPromiscuous;
    return options;
}

} // namespace

ExitStatus runWindow(const OpenWindow& command, int& argc, char** argv)
{
    qInstallMessageHandler(nullptr);
    const QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("tcpladder"));
    QApplication::setApplicationVersion(QStringLiteral(TCPLADDER_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.tcpladder.tcpladder"));
    Theme theme;
    Settings settings;
    MainWindow window(theme, settings);
    window.show();
    if (command.live)
        window.startCapture(captureOptions(*command.live));
    if (!command.files.empty()) {
        QStringList files;
        for (const auto& file : command.files)
            files += QString::fromStdString(file.string());
        window.openFiles(files, command.follow);
    }
    return QApplication::exec() == 0 ? ExitStatus::Success : ExitStatus::Failure;
}

} // namespace tcpladder
