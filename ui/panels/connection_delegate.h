// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/connection_row.h"

#include <QStyledItemDelegate>

namespace tcpladder {

class Theme;

/// Draws one connection: number, both endpoints, the state as a badge, and the states it went through as a thin bar.
class ConnectionDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ConnectionDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintEndpoints(QPainter& painter, const QRectF& rect, const ConnectionRow& row) const;
    qreal badgeWidth(TcpState state) const;
    QFont badgeFont() const;
    void paintBadge(QPainter& painter, const QRectF& rect, TcpState state) const;
    void paintWalk(QPainter& painter, const QRectF& rect, const ConnectionRow& row) const;

    const Theme& m_theme;
};

} // namespace tcpladder
