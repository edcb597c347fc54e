// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace tcpladder {

class SegmentSearch;
class Theme;

/// Below the ladder: what to look for, and how often it is there. Return leads to the next match, Shift+Return to the
/// one before, Escape closes.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    FindBar(SegmentSearch& search, const Theme& theme, QWidget* parent = nullptr);

    /// Shows it, ready to be typed into.
    void open();
    void close();

signals:
    void closed();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QToolButton* addStep(const Theme& theme, bool isForward);
    void arrange(const Theme& theme);
    void look();
    void showState();
    QString stateText() const;

    SegmentSearch& m_search;
    QLineEdit* m_text;
    QToolButton* m_wholeWords;
    QLabel* m_state;
};

} // namespace tcpladder
