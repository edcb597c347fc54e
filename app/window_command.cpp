// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_command.h"

#include "ui/shell/main_window.h"
#include "ui/support/settings.h"
#include "ui/support/theme.h"

#include <QApplication>

namespace tcpladder {

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
    if (!command.files.empty()) {
        QStringList files;
        for (const auto& file : command.files)
            files += QString::fromStdString(file.string());
        window.openFiles(files, command.follow);
    }
    return QApplication::exec() == 0 ? ExitStatus::Success : ExitStatus::Failure;
}

} // namespace tcpladder
