// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dock_panel.h"

#include "ui/support/icons.h"
#include "ui/support/theme.h"

#include <QAction>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace tcpladder {

DockPanel::DockPanel(const QString& title, const QString& name, QWidget* content, const Theme& theme, QWidget* parent)
    : QDockWidget(title, parent)
{
    setObjectName(name);
    setTitleBarWidget(createTitle(title, theme));
    setBody(content);
}

void DockPanel::setDetail(const QString& detail)
{
    m_whole = detail;
    elideDetail();
}

/// A label that has too little room cuts its text at the left, and nobody sees that there was more.
void DockPanel::elideDetail()
{
    const QString shown = m_detail->fontMetrics().elidedText(m_whole, Qt::ElideRight, m_detail->contentsRect().width());
    m_detail->setText(shown);
    m_detail->setToolTip(shown == m_whole ? QString() : m_whole);
}

bool DockPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_detail && event->type() == QEvent::Resize)
        elideDetail();
    return QDockWidget::eventFilter(watched, event);
}

QWidget* DockPanel::createTitle(const QString& title, const Theme& theme)
{
    auto* bar = new QWidget(this);
    bar->setObjectName(QStringLiteral("dockTitle"));
    bar->setAttribute(Qt::WA_StyledBackground);
    auto* name = new QLabel(title, bar);
    name->setFont(theme.font(FontRole::PanelTitle));
    m_detail = new QLabel(bar);
    m_detail->setObjectName(QStringLiteral("detail"));
    m_detail->setFont(theme.font(FontRole::Caption));
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setMinimumWidth(0);
    m_detail->installEventFilter(this);
    m_detail->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_detail->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* close = new QToolButton(bar);
    close->setIcon(themedIcon(theme, IconName::Close));
    close->setIconSize(QSize(14, 14));
    close->setToolTip(tr("Close; the View menu brings it back"));
    close->setAccessibleName(tr("Close %1").arg(title));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::NoFocus);
    connect(close, &QToolButton::clicked, toggleViewAction(), &QAction::trigger);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(spacing::large - 2, 6, 6, spacing::small);
    layout->addWidget(name);
    layout->addWidget(m_detail, 1);
    layout->addWidget(close);
    return bar;
}

void DockPanel::setBody(QWidget* content)
{
    auto* body = new QFrame(this);
    body->setObjectName(QStringLiteral("dockBody"));
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(1, 0, 1, spacing::small);
    layout->addWidget(content);
    setWidget(body);
}

} // namespace tcpladder
