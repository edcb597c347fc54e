// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMainWindow;

namespace tcpladder {

class Actions;
class Bookmarks;
class CaptureSession;
class CentralArea;
class Docks;
class LiveCapture;
class Navigator;
class Selection;
class Settings;
class Theme;
class ThemeSwitch;

/// What a feature gets when it is hooked into the window. All of it outlives the feature.
struct WindowParts
{
    QMainWindow& window;
    Theme& theme;
    ThemeSwitch& themes;
    Settings& settings;
    CaptureSession& session;
    Selection& selection;
    Bookmarks& bookmarks;
    LiveCapture& live;
    Navigator& navigator;
    Actions& actions;
    Docks& docks;
    CentralArea& centre;
};

} // namespace tcpladder
