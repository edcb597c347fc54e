// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QFrame;
class QStackedWidget;

namespace tcpladder {

class CaptureSession;
class LadderView;
class MessageBar;
class Selection;
class Settings;
class StartPage;
class Theme;

/// The middle of the window: the ladder, or the start page while nothing is open, below what the program has to say.
class CentralArea : public QWidget
{
    Q_OBJECT

public:
    CentralArea(const CaptureSession& session, Selection& selection, const Theme& theme, const Settings& settings,
        QWidget* parent);

    LadderView& ladder() const { return *m_ladder; }
    MessageBar& messages() const { return *m_messages; }
    StartPage& startPage() const { return *m_startPage; }

    void showLadder(bool shown);
    /// Takes it and shows it below the ladder.
    void setFooter(QWidget* footer);

private:
    QFrame* makeLadder(const CaptureSession& session, Selection& selection, const Theme& theme);

    MessageBar* m_messages;
    QStackedWidget* m_pages;
    StartPage* m_startPage;
    LadderView* m_ladder = nullptr;
    QFrame* m_body;
};

} // namespace tcpladder
