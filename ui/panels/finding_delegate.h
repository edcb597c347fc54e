// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include <optional>

namespace tcpladder {

class Theme;

/// Draws one finding: an icon by severity, what it is, and below it where, with the numbers that make it so. Where the
/// list's rows are uniform, the sentence is cut behind its second line; the tooltip has all of it.
class FindingDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit FindingDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    struct Lines
    {
        QStringList title;
        QStringList sentence;
    };
    Lines linesOf(const QModelIndex& index, qreal width, std::optional<int> limit) const;

    const Theme& m_theme;
};

} // namespace tcpladder
