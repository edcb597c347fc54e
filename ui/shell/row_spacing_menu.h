// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/support/row_spacing.h"

#include <QMenu>

class QActionGroup;

namespace tcpladder {

class LadderView;

/// What the distance between two rows of the ladder means: nothing, or time. The icon text
/// of its action is the choice.
class RowSpacingMenu : public QMenu
{
    Q_OBJECT

public:
    explicit RowSpacingMenu(LadderView& ladder, QWidget* parent = nullptr);

private:
    static QString choiceText(RowSpacing spacing);
    void addChoices();
    void showChoice();

    LadderView& m_ladder;
    QActionGroup* m_choices;
    QAction* m_stretch;
    QAction* m_compress;
};

} // namespace tcpladder
