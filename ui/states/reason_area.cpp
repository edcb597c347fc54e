// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/states/reason_area.h"

#include "ui/states/reason_label.h"
#include "ui/support/theme.h"

#include <QResizeEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tcpladder {

ReasonArea::ReasonArea(const Theme& theme, QWidget* parent)
    : QScrollArea(parent)
{
    setObjectName(QStringLiteral("reasons"));
    setAccessibleName(tr("Reasons of the states"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* sentences = new QWidget(this);
    sentences->setObjectName(QStringLiteral("reasonSentences"));
    auto* layout = new QVBoxLayout(sentences);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::small);
    for (const Side side : {Side::A, Side::B}) {
        m_reasons[indexOf(side)] = new ReasonLabel(side, theme, sentences);
        layout->addWidget(m_reasons[indexOf(side)]);
    }
    setWidget(sentences);
    sentences->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    connect(&theme, &Theme::changed, this, &ReasonArea::showReasons);
}

void ReasonArea::setFooter(QWidget& footer)
{
    m_footer = &footer;
    const bool wasHidden = footer.isHidden();
    footer.setParent(this); // hides it
    footer.setHidden(wasHidden);
    placeFooter();
}

/// Most steps change no state, and a rich text takes milliseconds to lay out.
void ReasonArea::setReasons(const std::array<StateReason, 2>& reasons)
{
    if (m_isCurrent && reasons == m_shown)
        return;
    m_shown = reasons;
    m_isCurrent = true;
    showReasons();
}

void ReasonArea::showReasons()
{
    for (const Side side : {Side::A, Side::B}) {
        m_reasons[indexOf(side)]->setReason(m_shown[indexOf(side)]);
        m_reasons[indexOf(side)]->setVisible(!m_shown[indexOf(side)].text.isEmpty());
    }
    keepHeight();
}

void ReasonArea::forgetHeight()
{
    for (ReasonLabel* reason : m_reasons)
        reason->setMinimumHeight(0);
    m_isCurrent = false; // the same sentences need their room again
}

QSize ReasonArea::sizeHint() const
{
    const int sentences = widget()->layout()->totalHeightForWidth(viewport()->width());
    return {widget()->sizeHint().width(), sentences + footerRoom()};
}

QSize ReasonArea::minimumSizeHint() const
{
    return {0, std::min({leastHeight, maximumHeight(), sizeHint().height()})};
}

bool ReasonArea::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest)
        placeFooter(); // it has come, gone, or grown
    return QScrollArea::event(event);
}

void ReasonArea::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    placeFooter();
    if (event->oldSize().width() == width())
        return;
    forgetHeight();
    keepHeight();
}

void ReasonArea::keepHeight()
{
    for (ReasonLabel* reason : m_reasons)
        reason->setMinimumHeight(std::max(reason->minimumHeight(), reason->heightForWidth(viewport()->width())));
    const int height = sizeHint().height();
    if (std::exchange(m_height, height) != height)
        updateGeometry();
}

int ReasonArea::footerRoom() const
{
    return m_footer && !m_footer->isHidden() ? m_footer->sizeHint().height() + spacing::small : 0;
}

void ReasonArea::placeFooter()
{
    if (!m_footer)
        return;
    const int room = footerRoom();
    if (viewportMargins().bottom() != room) {
        setViewportMargins(0, 0, 0, room);
        updateGeometry();
    }
    const int height = m_footer->sizeHint().height();
    m_footer->setGeometry(0, this->height() - height, width(), height);
}

} // namespace tcpladder
