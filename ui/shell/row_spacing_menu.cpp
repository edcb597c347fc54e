// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/row_spacing_menu.h"

#include "ui/ladder/ladder_view.h"

#include <QActionGroup>

namespace tcpladder {

RowSpacingMenu::RowSpacingMenu(LadderView& ladder, QWidget* parent)
    : QMenu(tr("Row Sp&acing"), parent)
    , m_ladder(ladder)
    , m_choices(new QActionGroup(this))
{
    addChoices();
    addSeparator();
    m_stretch
        = addAction(tr("&Stretch Time"), QKeySequence(QStringLiteral("Ctrl+]")), &ladder, &LadderView::stretchTime);
    m_compress
        = addAction(tr("&Compress Time"), QKeySequence(QStringLiteral("Ctrl+[")), &ladder, &LadderView::compressTime);
    connect(&ladder, &LadderView::lookChanged, this, &RowSpacingMenu::showChoice);
    showChoice();
}

void RowSpacingMenu::addChoices()
{
    const auto add = [this](const QString& text, RowSpacing spacing) {
        QAction* action = addAction(text, this, [this, spacing] { m_ladder.setRowSpacing(spacing); });
        action->setCheckable(true);
        action->setData(static_cast<int>(spacing));
        m_choices->addAction(action);
    };
    add(tr("&Even Rows"), RowSpacing::Even);
    add(tr("&Time, Long Silences Folded"), RowSpacing::FoldedTime);
    add(tr("&Linear Time"), RowSpacing::LinearTime);
}

void RowSpacingMenu::showChoice()
{
    const RowSpacing spacing = m_ladder.rowSpacing();
    for (QAction* action : m_choices->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(spacing));
    for (QAction* action : {m_stretch, m_compress})
        action->setEnabled(spacing != RowSpacing::Even);
    menuAction()->setIconText(choiceText(spacing));
}

QString RowSpacingMenu::choiceText(RowSpacing spacing)
{
    switch (spacing) {
    case RowSpacing::Even: return tr("Even rows");
    case RowSpacing::FoldedTime: return tr("Time, silences folded");
    case RowSpacing::LinearTime: return tr("Linear time");
    }
    return {};
}

} // namespace tcpladder
