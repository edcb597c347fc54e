// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/panel_focus.h"

#include "ui/ladder/ladder_view.h"
#include "ui/shell/actions.h"
#include "ui/shell/central_area.h"
#include "ui/shell/dock_panel.h"

#include <QApplication>
#include <QMainWindow>
#include <QStyle>

#include <algorithm>

namespace tcpladder {

namespace {

constexpr auto focusedProperty = "hasPanelFocus";

/// Not its children's children: those of a dialog may be half destroyed when the focus leaves it.
QList<DockPanel*> docksOf(const QMainWindow& window)
{
    return window.findChildren<DockPanel*>(QString(), Qt::FindDirectChildrenOnly);
}

/// The first thing in the panel that takes keys.
QWidget* firstFocusable(QWidget& panel)
{
    const auto takesKeys = [](const QWidget* widget) {
        return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus);
    };
    QWidget* start = &panel;
    for (QWidget* next = start; (next = next->nextInFocusChain()) != start;) {
        if (panel.isAncestorOf(next) && takesKeys(next))
            return next;
    }
    return nullptr;
}

void showFocus(QWidget* panel, bool has)
{
    QWidget* frame = panel->findChild<QWidget*>(QStringLiteral("dockBody"));
    frame = frame ? frame : panel;
    if (frame->property(focusedProperty).toBool() == has)
        return;
    frame->setProperty(focusedProperty, has);
    frame->style()->unpolish(frame);
    frame->style()->polish(frame);
}

} // namespace

PanelFocus::PanelFocus(const WindowParts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(parts.actions.nextPanel, &QAction::triggered, this, [this] { step(1); });
    connect(parts.actions.previousPanel, &QAction::triggered, this, [this] { step(-1); });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { mark(now); });
}

QList<QWidget*> PanelFocus::panels() const
{
    QList<QWidget*> docks;
    for (DockPanel* dock : docksOf(m_parts.window)) {
        if (!dock->visibleRegion().isEmpty())
            docks << dock;
    }
    std::ranges::stable_sort(docks, {}, [](const QWidget* dock) {
        const QPoint place = dock->mapToGlobal(QPoint());
        return std::pair(place.x(), place.y());
    });
    if (m_parts.centre.body().isVisible())
        docks.prepend(&m_parts.centre.body());
    return docks;
}

void PanelFocus::step(int by)
{
    const QList<QWidget*> all = panels();
    if (all.isEmpty())
        return;
    const QWidget* focused = QApplication::focusWidget();
    const auto current = std::ranges::find_if(
        all, [focused](const QWidget* panel) { return focused && panel->isAncestorOf(focused); });
    const auto from = current == all.end() ? (by > 0 ? -1 : 0) : current - all.begin();
    for (qsizetype i = 1; i <= all.size(); ++i) {
        QWidget* panel = all[(from + by * i + all.size() * i) % all.size()];
        if (QWidget* target = firstFocusable(*panel))
            return target->setFocus(Qt::TabFocusReason);
    }
}

void PanelFocus::mark(QWidget* focused)
{
    for (QWidget* panel : docksOf(m_parts.window))
        showFocus(panel, focused && panel->isAncestorOf(focused));
    QWidget* body = &m_parts.centre.body();
    showFocus(body, focused && body->isAncestorOf(focused));
}

} // namespace tcpladder
