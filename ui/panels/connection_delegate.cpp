// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/connection_delegate.h"

#include "ui/models/connection_model.h"
#include "ui/panels/row_background.h"
#include "ui/support/connection_text.h"
#include "ui/support/format_text.h"
#include "ui/support/state_fill.h"
#include "ui/support/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

namespace tcpladder {

namespace {

constexpr int rowHeight = 66;
constexpr qreal numberWidth = 20;
constexpr qreal badgePadding = 7;
constexpr qreal badgeHeight = 19;
constexpr qreal walkHeight = 5;

} // namespace

ConnectionDelegate::ConnectionDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize ConnectionDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {240, rowHeight};
}

void ConnectionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto row = index.data(ConnectionModel::RowRole).value<ConnectionRow>();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintRowBackground(*painter, m_theme, option);
    const QRectF rect
        = QRectF(option.rect).adjusted(spacing::medium, spacing::medium, -spacing::medium, -spacing::medium);
    painter->setFont(m_theme.font(FontRole::Caption));
    painter->setPen(m_theme.color(ColorRole::SecondaryText));
    const QString number = QString::number(row.id.value + 1);
    const qreal numbers
        = std::max(numberWidth, QFontMetricsF(painter->font()).horizontalAdvance(number) + spacing::medium);
    painter->drawText(QRectF(rect.left(), rect.top(), numbers, 18), Qt::AlignLeft | Qt::AlignVCenter, number);
    const QRectF text = rect.adjusted(numbers, 0, 0, 0);
    paintEndpoints(*painter, text, row);
    const qreal badge = badgeWidth(row.state);
    paintBadge(*painter, QRectF(rect.right() - badge, rect.top(), badge, badgeHeight), row.state);
    paintWalk(*painter, QRectF(text.left(), rect.bottom() - walkHeight, text.width(), walkHeight), row);
    painter->restore();
}

void ConnectionDelegate::paintEndpoints(QPainter& painter, const QRectF& rect, const ConnectionRow& row) const
{
    painter.setFont(m_theme.font(FontRole::MonoCaption));
    const QFontMetricsF metrics(painter.font());
    const QString count = segmentCountText(row.segments);
    const qreal countWidth = QFontMetricsF(m_theme.font(FontRole::Caption)).horizontalAdvance(count);
    const auto line = [&](int number, const QString& text, qreal width) {
        const QRectF place(rect.left(), rect.top() + 20 * number, width, 18);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(text, Qt::ElideMiddle, width));
    };
    painter.setPen(m_theme.color(ColorRole::Text));
    line(0, row.endpointA, rect.width() - badgeWidth(row.state) - spacing::medium);
    line(1, QStringLiteral("→ ") + row.endpointB, rect.width() - countWidth - spacing::medium);
    painter.setFont(m_theme.font(FontRole::Caption));
    painter.setPen(m_theme.color(ColorRole::SecondaryText));
    painter.drawText(QRectF(rect.left(), rect.top() + 20, rect.width(), 18), Qt::AlignRight | Qt::AlignVCenter, count);
}

qreal ConnectionDelegate::badgeWidth(TcpState state) const
{
    return QFontMetricsF(badgeFont()).horizontalAdvance(formatState(state)) + 2 * badgePadding;
}

QFont ConnectionDelegate::badgeFont() const
{
    return m_theme.font(FontRole::Chip, 0.9);
}

void ConnectionDelegate::paintBadge(QPainter& painter, const QRectF& rect, TcpState state) const
{
    const StateStyle style = m_theme.state(state);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.fill);
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2);
    painter.setFont(badgeFont());
    painter.setPen(style.onFill);
    painter.drawText(rect, Qt::AlignCenter, formatState(state));
}

void ConnectionDelegate::paintWalk(QPainter& painter, const QRectF& rect, const ConnectionRow& row) const
{
    QPainterPath rounded;
    rounded.addRoundedRect(rect, rect.height() / 2, rect.height() / 2);
    painter.setClipPath(rounded, Qt::IntersectClip);
    painter.fillRect(rect, m_theme.color(ColorRole::RaisedPanel));
    const qreal step = row.walked.empty() ? 0 : rect.width() / static_cast<qreal>(row.walked.size());
    for (std::size_t i = 0; i < row.walked.size(); ++i) {
        const QRectF part(rect.left() + static_cast<qreal>(i) * step, rect.top(), step, rect.height());
        fillWithState(painter, part.adjusted(0, 0, i + 1 < row.walked.size() ? -1 : 0, 0), m_theme, row.walked[i]);
    }
}

} // namespace tcpladder
