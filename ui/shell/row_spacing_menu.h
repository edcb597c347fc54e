// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

class QActionGroup;

namespace tcpladder {

class LadderView;

/// What the distance between two rows of the ladder means: nothing, or time. The menu's title is the choice.
class RowSpacingMenu : public QMenu
{
    Q_OBJECT

public:
    explicit RowSpacingMenu(LadderView& ladder, QWidget* parent = nullptr);

private:
    void addChoices();
    void showChoice();

    LadderView& m_ladder;
    QActionGroup* m_choices;
    QAction* m_stretch;
    QAction* m_compress;
};

} // namespace tcpladder
