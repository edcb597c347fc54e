// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_command.h"

#include "ui/shell/main_window.h"
#include "ui/support/settings.h"
#include "ui/support/theme.h"

#include <QApplication>

#include <memory>
#include <vector>

namespace tcpladder {

namespace {

void applyTheme(QApplication& application, const Theme& theme)
{
    QApplication::setStyle(QStringLiteral("Fusion"));
    QApplication::setPalette(theme.widgetPalette());
    QApplication::setFont(theme.font(FontRole::Body));
    application.setStyleSheet(theme.widgetStyleSheet());
}

} // namespace

ExitStatus runWindow(const OpenWindow& command, int& argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("tcpladder"));
    QApplication::setApplicationVersion(QStringLiteral(TCPLADDER_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.tcpladder.tcpladder"));
    Theme theme;
    Settings settings;
    applyTheme(application, theme);
    std::vector<std::unique_ptr<MainWindow>> windows;
    const auto show = [&] { windows.emplace_back(std::make_unique<MainWindow>(theme, settings))->show(); };
    for (const auto& file : command.files) {
        show();
        windows.back()->openFile(QString::fromStdString(file.string()));
    }
    if (windows.empty())
        show();
    return QApplication::exec() == 0 ? ExitStatus::Success : ExitStatus::Failure;
}

} // namespace tcpladder
