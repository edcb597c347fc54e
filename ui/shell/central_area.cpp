// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/central_area.h"

#include "ui/ladder/ladder_geometry.h"
#include "ui/ladder/ladder_view.h"
#include "ui/overview/overview_view.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/start_page.h"
#include "ui/support/theme.h"

#include <QApplication>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tcpladder {

CentralArea::CentralArea(
    const CaptureSession& session, Selection& selection, const Theme& theme, const Settings& settings, QWidget* parent)
    : QWidget(parent)
    , m_messages(new MessageBar(theme, this))
    , m_pages(new QStackedWidget(this))
    , m_startPage(new StartPage(settings, theme, m_pages))
    , m_body(makeLadder(session, selection, theme))
{
    m_pages->setObjectName(QStringLiteral("central"));
    m_pages->addWidget(m_startPage);
    m_pages->addWidget(m_body);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, spacing::medium, 0, 0);
    layout->addWidget(m_messages);
    layout->addWidget(m_pages, 1);
}

void CentralArea::showLadder(bool shown)
{
    m_startPage->refresh();
    // Else the ladder would be as wide as the page that is hidden.
    m_startPage->setSizePolicy(shown ? QSizePolicy::Ignored : QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_pages->setCurrentIndex(shown ? 1 : 0);
}

void CentralArea::showOverview(bool shown)
{
    const bool hasFocus = m_body->isAncestorOf(QApplication::focusWidget());
    m_views->setCurrentIndex(shown ? 1 : 0);
    if (hasFocus)
        m_views->currentWidget()->setFocus();
    emit overviewShownChanged();
}

bool CentralArea::isOverviewShown() const
{
    return m_views->currentIndex() == 1;
}

void CentralArea::setFooter(QWidget* footer)
{
    m_body->layout()->addWidget(footer);
}

void CentralArea::addBar(QWidget* bar)
{
    auto* layout = qobject_cast<QVBoxLayout*>(m_body->layout());
    layout->insertWidget(layout->indexOf(m_views) + 1, bar);
}

QFrame* CentralArea::makeLadder(const CaptureSession& session, Selection& selection, const Theme& theme)
{
    auto* body = new QFrame(m_pages);
    body->setObjectName(QStringLiteral("centralBody"));
    constexpr qreal smallestReadable = 0.86;
    body->setMinimumWidth(static_cast<int>(narrowestLadder(smallestReadable)));
    m_views = new QStackedWidget(body);
    m_ladder = new LadderView(session, selection, theme, m_views);
    m_overview = new OverviewView(session, selection, theme, m_views);
    m_views->addWidget(m_ladder);
    m_views->addWidget(m_overview);
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(m_views);
    return body;
}

} // namespace tcpladder
