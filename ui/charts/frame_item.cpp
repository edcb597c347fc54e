// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/frame_item.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

namespace tcpladder {

namespace {

constexpr qreal tickLength = 4;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(charts)
};

} // namespace

FrameItem::FrameItem(const ChartScene& scene, const Theme& theme)
    : m_scene(scene)
    , m_theme(theme)
{
}

void FrameItem::setAreas(const QRectF& whole, const QRectF& plotArea, bool hasTimeTitle)
{
    prepareGeometryChange();
    m_whole = whole;
    m_area = plotArea;
    m_hasTimeTitle = hasTimeTitle;
}

void FrameItem::setTicks(const AxisTicks& time, const AxisTicks& value, const QString& valueTitle)
{
    m_time = time;
    m_value = value;
    m_valueTitle = valueTitle;
    update();
}

void FrameItem::setCross(const ChartCross& cross)
{
    if (cross == m_cross)
        return;
    m_cross = cross;
    update();
}

void FrameItem::setTitle(const QString& title, Side sender)
{
    m_title = title;
    m_sender = sender;
    update();
}

void FrameItem::setMessage(const QString& message)
{
    m_message = message;
    update();
}

void FrameItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    paintMargin(*painter);
    painter->setFont(m_theme.font(FontRole::Caption));
    if (!m_message.isEmpty()) {
        painter->fillRect(m_area, m_theme.color(ColorRole::Panel));
        painter->setPen(m_theme.color(ColorRole::SecondaryText));
        painter->drawText(m_whole, Qt::AlignCenter | Qt::TextWordWrap, m_message);
        return;
    }
    paintTimeTicks(*painter);
    paintValueTicks(*painter);
    paintTitles(*painter);
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(QPen(m_theme.color(ColorRole::StrongBorder), 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawLine(m_area.bottomLeft(), m_area.bottomRight());
    painter->drawLine(m_area.topLeft(), m_area.bottomLeft());
    paintCross(*painter);
}

void FrameItem::paintMargin(QPainter& painter) const
{
    const QColor panel = m_theme.color(ColorRole::Panel);
    painter.fillRect(QRectF(m_whole.topLeft(), QPointF(m_whole.right(), m_area.top())), panel);
    painter.fillRect(QRectF(QPointF(m_whole.left(), m_area.bottom()), m_whole.bottomRight()), panel);
    painter.fillRect(QRectF(m_whole.topLeft(), QPointF(m_area.left(), m_whole.bottom())), panel);
    painter.fillRect(QRectF(QPointF(m_area.right(), m_whole.top()), m_whole.bottomRight()), panel);
}

void FrameItem::paintTimeTicks(QPainter& painter) const
{
    const QFontMetricsF metrics(painter.font());
    for (const AxisTick& tick : m_time.ticks) {
        const qreal x = m_scene.toScene({tick.value, 0}).x();
        const bool saysUnit = !m_hasTimeTitle && &tick == &m_time.ticks.back();
        const QString label = saysUnit ? tick.label + QLatin1Char(' ') + m_time.unit : tick.label;
        const qreal width = metrics.horizontalAdvance(label) + 2;
        const qreal left = std::clamp(x - width / 2, m_whole.left(), m_whole.right() - width);
        painter.setPen(m_theme.color(ColorRole::StrongBorder));
        painter.drawLine(QPointF(x, m_area.bottom()), QPointF(x, m_area.bottom() + tickLength));
        painter.setPen(m_theme.color(ColorRole::SecondaryText));
        painter.drawText(
            QRectF(left, m_area.bottom() + tickLength + 1, width, metrics.height()), Qt::AlignCenter, label);
    }
}

void FrameItem::paintValueTicks(QPainter& painter) const
{
    const QFontMetricsF metrics(painter.font());
    for (const AxisTick& tick : m_value.ticks) {
        const qreal y = m_scene.toScene({0, tick.value}).y();
        painter.setPen(m_theme.color(ColorRole::StrongBorder));
        painter.drawLine(QPointF(m_area.left() - tickLength, y), QPointF(m_area.left(), y));
        painter.setPen(m_theme.color(ColorRole::SecondaryText));
        const QRectF place(m_whole.left(), y - metrics.height() / 2, m_area.left() - tickLength - 4 - m_whole.left(),
            metrics.height());
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, tick.label);
    }
}

void FrameItem::paintTitles(QPainter& painter) const
{
    const QFontMetricsF metrics(painter.font());
    const QRectF below(m_area.left(), m_whole.bottom() - metrics.height() - 2, m_area.width(), metrics.height());
    painter.setPen(m_theme.color(ColorRole::SecondaryText));
    if (m_hasTimeTitle)
        painter.drawText(below, Qt::AlignCenter, Words::tr("time since the first segment (%1)").arg(m_time.unit));
    const QRectF above(
        m_whole.left() + spacing::small, m_whole.top() + 2, m_whole.width() - 2 * spacing::small, metrics.height());
    painter.drawText(above, Qt::AlignLeft, Words::tr("%1 (%2)").arg(m_valueTitle, m_value.unit));
    painter.setFont(m_theme.font(FontRole::CaptionBold));
    painter.setPen(m_theme.side(m_sender));
    painter.drawText(above, Qt::AlignRight, m_title);
    painter.setFont(m_theme.font(FontRole::Caption));
}

void FrameItem::paintCross(QPainter& painter) const
{
    const auto time = m_cross.time;
    if (!time || !m_scene.range().time.contains(*time))
        return;
    painter.setPen(QPen(m_theme.color(ColorRole::SelectionEdge), 1, Qt::DashLine));
    const qreal x = m_scene.toScene({*time, 0}).x();
    painter.drawLine(QPointF(x, m_area.top()), QPointF(x, m_area.bottom()));
    if (!m_cross.value || !m_scene.range().value.contains(*m_cross.value))
        return;
    const qreal y = m_scene.toScene({0, *m_cross.value}).y();
    painter.drawLine(QPointF(m_area.left(), y), QPointF(m_area.right(), y));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(ColorRole::SelectionEdge), 2));
    painter.drawEllipse(QPointF(x, y), 6, 6);
}

} // namespace tcpladder
