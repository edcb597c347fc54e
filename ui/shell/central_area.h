// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QFrame;
class QStackedWidget;

namespace tcpladder {

class CaptureSession;
class LadderView;
class MessageBar;
class OverviewView;
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
    OverviewView& overview() const { return *m_overview; }
    /// The frame around the one of them that is shown.
    QFrame& body() const { return *m_body; }
    MessageBar& messages() const { return *m_messages; }
    StartPage& startPage() const { return *m_startPage; }

    void showLadder(bool shown);
    /// In the ladder's place.
    void showOverview(bool shown);
    bool isOverviewShown() const;
    /// Takes it and shows it below the ladder.
    void setFooter(QWidget* footer);
    /// Takes it and shows it between the ladder and the footer.
    void addBar(QWidget* bar);

signals:
    void overviewShownChanged();

private:
    QFrame* makeLadder(const CaptureSession& session, Selection& selection, const Theme& theme);

    MessageBar* m_messages;
    QStackedWidget* m_pages;
    StartPage* m_startPage;
    QStackedWidget* m_views = nullptr; ///< ladder and overview
    LadderView* m_ladder = nullptr;
    OverviewView* m_overview = nullptr;
    QFrame* m_body;
};

} // namespace tcpladder
