// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/label_fields_menu.h"

#include "ui/ladder/ladder_view.h"
#include "ui/support/settings.h"

namespace tcpladder {

LabelFieldsMenu::LabelFieldsMenu(LadderView& ladder, Settings& settings, QWidget* parent)
    : QMenu(tr("La&bel Fields"), parent)
    , m_ladder(ladder)
    , m_settings(settings)
{
    ladder.setLabelFields(settings.labelFields());
    addField(tr("&Sequence Number"), LabelField::Sequence);
    addField(tr("&Acknowledgment Number"), LabelField::Acknowledgment);
    addField(tr("&Length"), LabelField::Length);
    addField(tr("&Window as on the Wire"), LabelField::Window);
    addField(tr("Window in &Octets"), LabelField::ScaledWindow);
    addField(tr("O&ptions"), LabelField::Options);
    addField(tr("&Timestamps"), LabelField::Timestamps);
    addSeparator();
    addField(tr("Time Since the &First Segment"), LabelField::ElapsedTime);
    addField(tr("Time Since the Segment &Before"), LabelField::SincePrevious);
    addField(tr("Time of &Day"), LabelField::ClockTime);
    addSeparator();
    addAction(tr("&Usual Fields"), this, [this] { m_ladder.setLabelFields(usualLabelFields); });
    connect(&ladder, &LadderView::lookChanged, this, &LabelFieldsMenu::showChoice);
    showChoice();
}

void LabelFieldsMenu::addField(const QString& text, LabelField field)
{
    QAction* action = addAction(text);
    action->setCheckable(true);
    action->setData(static_cast<int>(field));
    connect(action, &QAction::triggered, this, [this, field](bool shown) {
        LabelFields fields = m_ladder.look().fields;
        fields.set(field, shown);
        m_ladder.setLabelFields(fields);
    });
}

void LabelFieldsMenu::showChoice()
{
    const LabelFields fields = m_ladder.look().fields;
    for (QAction* action : actions()) {
        if (action->isCheckable())
            action->setChecked(fields.has(static_cast<LabelField>(action->data().toInt())));
    }
    m_settings.setLabelFields(fields);
}

} // namespace tcpladder
