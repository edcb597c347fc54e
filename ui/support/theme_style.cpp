// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/theme.h"

namespace tcpladder {

namespace {

// %1 window, %2 panel, %3 raised, %4 border, %5 text, %6 secondary text, %7 accent, %8 hover, %9 strong border
constexpr auto styleSheet = R"(
QMainWindow, QStackedWidget#central { background: %1; }
QMainWindow::separator { background: %1; width: 8px; height: 8px; }
QMenuBar, QToolBar { background: %2; border: none; }
QToolBar { border-bottom: 1px solid %4; spacing: 6px; padding: 5px 10px; }
QToolBar::separator { background: %4; width: 1px; margin: 4px 6px; }
QMenuBar::item { padding: 5px 12px; background: transparent; }
QMenuBar::item:selected { background: %8; }
QToolBar QToolButton { background: %3; border: 1px solid %4; border-radius: 6px; padding: 4px 9px; min-height: 18px; }
QToolBar QToolButton:hover { background: %8; border-color: %9; }
QToolBar QToolButton:pressed, QToolBar QToolButton:checked { background: %8; border-color: %7; }
QToolBar QToolButton:disabled { color: %9; }
QToolBar QToolButton::menu-indicator { image: none; }
QStatusBar { background: %2; border-top: 1px solid %4; }
QStatusBar::item { border: none; }
QWidget#dockTitle { background: %2; border: 1px solid %4; border-bottom: none;
    border-top-left-radius: 6px; border-top-right-radius: 6px; }
QWidget#dockTitle QLabel#detail { color: %6; }
QWidget#dockTitle QToolButton { border: none; background: transparent; border-radius: 4px; }
QWidget#dockTitle QToolButton:hover { background: %8; }
QFrame#dockBody { background: %2; border: 1px solid %4; border-top: none;
    border-bottom-left-radius: 6px; border-bottom-right-radius: 6px; }
QFrame#centralBody { background: %2; border: 1px solid %4; border-radius: 6px; }
QFrame#startPage { background: %2; border: 1px solid %4; border-radius: 6px; }
QFrame#startPage QLabel#hint, QFrame#startPage QLabel#heading { color: %6; }
QFrame#startPage QPushButton#link { border: none; background: transparent; color: %7; text-align: left; padding: 3px 0; }
QFrame#startPage QPushButton#link:hover, QFrame#startPage QPushButton#link:focus { text-decoration: underline; }
QTabBar::tab { padding: 5px 12px; }
QToolTip { background: %2; color: %5; border: 1px solid %9; padding: 4px; }
)";

} // namespace

QString Theme::widgetStyleSheet() const
{
    const auto name = [this](ColorRole role) { return color(role).name(); };
    return QString::fromLatin1(styleSheet)
        .arg(name(ColorRole::Window), name(ColorRole::Panel), name(ColorRole::RaisedPanel), name(ColorRole::Border),
            name(ColorRole::Text), name(ColorRole::SecondaryText), name(ColorRole::Accent), name(ColorRole::Hover),
            name(ColorRole::StrongBorder));
}

} // namespace tcpladder
