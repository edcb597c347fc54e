// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

class QActionGroup;

namespace tcpladder {

class Selection;

/// How long TIME_WAIT lasts: as on Linux, as in RFC 9293, or any other time. It is on no wire, so the user says.
class TwoMslMenu : public QMenu
{
    Q_OBJECT

public:
    explicit TwoMslMenu(Selection& selection, QWidget* parent = nullptr);

private:
    void askForOther();
    void showChoice();

    Selection& m_selection;
    QActionGroup* m_choices;
    QAction* m_linux;
    QAction* m_rfc;
    QAction* m_other;
};

} // namespace tcpladder
