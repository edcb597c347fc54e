// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/two_msl_menu.h"

#include "core/state/time_wait.h"
#include "ui/session/selection.h"
#include "ui/support/connection_text.h"

#include <QActionGroup>
#include <QInputDialog>

namespace tcpladder {

namespace {

constexpr int longestSeconds = 3600;

int toSeconds(Duration duration)
{
    return static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(duration).count());
}

} // namespace

TwoMslMenu::TwoMslMenu(Selection& selection, QWidget* parent)
    : QMenu(tr("&2MSL"), parent)
    , m_selection(selection)
    , m_choices(new QActionGroup(this))
    , m_linux(addAction(tr("60 s: Linux")))
    , m_rfc(addAction(tr("240 s: RFC 9293")))
    , m_other(addAction(tr("Other…")))
{
    for (QAction* action : {m_linux, m_rfc, m_other}) {
        action->setCheckable(true);
        m_choices->addAction(action);
    }
    connect(m_linux, &QAction::triggered, this, [this] { m_selection.setTwoMsl(linuxTwoMsl); });
    connect(m_rfc, &QAction::triggered, this, [this] { m_selection.setTwoMsl(rfcTwoMsl); });
    connect(m_other, &QAction::triggered, this, &TwoMslMenu::askForOther);
    connect(&selection, &Selection::twoMslChanged, this, &TwoMslMenu::showChoice);
    showChoice();
}

void TwoMslMenu::askForOther()
{
    bool isGiven = false;
    const int seconds = QInputDialog::getInt(parentWidget(), tr("2MSL"), tr("TIME_WAIT lasts, in seconds:"),
        toSeconds(m_selection.twoMsl()), 1, longestSeconds, 1, &isGiven);
    if (isGiven)
        m_selection.setTwoMsl(std::chrono::seconds(seconds));
    showChoice();
}

void TwoMslMenu::showChoice()
{
    const Duration chosen = m_selection.twoMsl();
    (chosen == linuxTwoMsl ? m_linux : chosen == rfcTwoMsl ? m_rfc : m_other)->setChecked(true);
    menuAction()->setIconText(twoMslText(chosen));
}

} // namespace tcpladder
