// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/traffic_delegate.h"

#include "ui/live/device_model.h"
#include "ui/support/theme.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>
#include <QVector>

#include <algorithm>

namespace tcpladder {

namespace {

constexpr qreal rateWidth = 84;
constexpr double leastScale = 1000; ///< octets a second: a lone ARP request is no mountain

/// From the right, where now is.
QPainterPath graphOf(const QVector<double>& rates, const QRectF& rect)
{
    const double highest = std::max(leastScale, *std::ranges::max_element(rates));
    const qreal step = rect.width() / (TrafficMeter::longest - 1);
    QPainterPath path;
    for (qsizetype i = 0; i < rates.size(); ++i) {
        const QPointF point(rect.right() - step * static_cast<qreal>(rates.size() - 1 - i),
            rect.bottom() - rect.height() * rates.at(i) / highest);
        if (i == 0)
            path.moveTo(point);
        else
            path.lineTo(point);
    }
    return path;
}

} // namespace

TrafficDelegate::TrafficDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void TrafficDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    const QString rate = std::exchange(background.text, QString());
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF rect
        = QRectF(option.rect).adjusted(spacing::medium, spacing::small + 1, -spacing::medium, -spacing::small - 1);
    const QRectF graph = rect.adjusted(0, 0, -rateWidth, 0);
    painter->setPen(QPen(m_theme.color(ColorRole::Grid), 1));
    painter->drawLine(graph.bottomLeft(), graph.bottomRight());
    const auto rates = index.data(DeviceModel::RatesRole).value<QVector<double>>();
    if (rates.size() > 1) {
        painter->setPen(QPen(m_theme.color(ColorRole::Accent), 1.5));
        painter->drawPath(graphOf(rates, graph));
    }
    painter->setPen(m_theme.color(ColorRole::SecondaryText));
    painter->setFont(m_theme.font(FontRole::Caption));
    painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, rate);
    painter->restore();
}

} // namespace tcpladder
