// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/find/find_bar.h"

#include "ui/find/segment_search.h"
#include "ui/support/format_text.h"
#include "ui/support/icons.h"
#include "ui/support/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QToolButton>

namespace tcpladder {

namespace {

constexpr auto noMatchProperty = "hasNoMatch"; ///< the style sheet asks for it
constexpr int widestText = 420;

} // namespace

FindBar::FindBar(SegmentSearch& search, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_search(search)
    , m_text(new QLineEdit(this))
    , m_wholeWords(new QToolButton(this))
    , m_state(new QLabel(this))
{
    m_text->setPlaceholderText(tr("Flags, numbers, options, states, findings, comments, #packet"));
    m_text->setAccessibleName(tr("Find in the connection's segments"));
    m_text->setClearButtonEnabled(true);
    m_text->setMaximumWidth(widestText);
    m_wholeWords->setText(tr("&Whole words"));
    m_wholeWords->setToolTip(tr("“len 5” finds no “len 512”"));
    m_wholeWords->setCheckable(true);
    m_state->setObjectName(QStringLiteral("found"));
    m_state->setAccessibleName(tr("How often it was found"));
    arrange(theme);
    connect(m_text, &QLineEdit::textChanged, this, &FindBar::look);
    connect(m_wholeWords, &QToolButton::toggled, this, &FindBar::look);
    connect(&search, &SegmentSearch::changed, this, &FindBar::showState);
    hide();
}

void FindBar::arrange(const Theme& theme)
{
    auto* label = new QLabel(tr("Fi&nd:"), this);
    label->setBuddy(m_text);
    auto* close = new QToolButton(this);
    close->setIcon(themedIcon(theme, IconName::Close));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close (Esc)"));
    close->setAccessibleName(tr("Close the find bar"));
    connect(close, &QToolButton::clicked, this, &FindBar::close);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing::large, spacing::small, spacing::medium, spacing::medium);
    layout->addWidget(label);
    layout->addWidget(m_text, 1);
    layout->addWidget(addStep(theme, false));
    layout->addWidget(addStep(theme, true));
    layout->addWidget(m_wholeWords);
    layout->addWidget(m_state);
    layout->addStretch();
    layout->addWidget(close);
}

QToolButton* FindBar::addStep(const Theme& theme, bool isForward)
{
    auto* button = new QToolButton(this);
    button->setIcon(themedIcon(theme, isForward ? IconName::Next : IconName::Previous));
    button->setToolTip(isForward ? tr("Next match (F3)") : tr("Previous match (Shift+F3)"));
    button->setAccessibleName(isForward ? tr("Next match") : tr("Previous match"));
    connect(
        button, &QToolButton::clicked, &m_search, isForward ? &SegmentSearch::goToNext : &SegmentSearch::goToPrevious);
    return button;
}

void FindBar::open()
{
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
    look();
}

void FindBar::close()
{
    hide();
    emit closed();
}

/// Escape is here before it is anybody's shortcut.
bool FindBar::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void FindBar::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Escape: return close();
    case Qt::Key_Return:
    case Qt::Key_Enter: return event->modifiers() & Qt::ShiftModifier ? m_search.goToPrevious() : m_search.goToNext();
    default: QWidget::keyPressEvent(event);
    }
}

void FindBar::look()
{
    m_search.look(SegmentQuery(m_text->text(), m_wholeWords->isChecked()));
    showState();
}

void FindBar::showState()
{
    if (isHidden())
        return;
    m_state->setText(stateText());
    const bool hasNoMatch = !m_search.query().isEmpty() && !m_search.isSearching() && m_search.matchCount() == 0;
    if (m_text->property(noMatchProperty).toBool() == hasNoMatch)
        return;
    m_text->setProperty(noMatchProperty, hasNoMatch);
    m_text->style()->unpolish(m_text);
    m_text->style()->polish(m_text);
}

QString FindBar::stateText() const
{
    if (m_search.query().isEmpty())
        return {};
    const QString count = formatCount(m_search.matchCount());
    const auto selected = m_search.selectedMatch();
    if (m_search.isSearching())
        return selected ? tr("%1 of %2 so far…").arg(formatCount(*selected + 1), count) : tr("%1 so far…").arg(count);
    if (m_search.matchCount() == 0)
        return tr("Not found");
    return selected ? tr("%1 of %2").arg(formatCount(*selected + 1), count) : tr("%1 found").arg(count);
}

} // namespace tcpladder
