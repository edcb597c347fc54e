// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/finding_delegate.h"

#include "ui/models/finding_model.h"
#include "ui/panels/row_background.h"
#include "ui/support/icons.h"
#include "ui/support/theme.h"

#include <QPainter>
#include <QTextLayout>

namespace tcpladder {

namespace {

constexpr int rowHeight = 66;
constexpr qreal iconSize = 18;
constexpr qreal lineHeight = 16;
constexpr int sentenceLines = 2;

/// Draws the text in at most so many lines, the last one elided.
void drawWrapped(QPainter& painter, const QRectF& rect, const QString& text)
{
    QTextLayout layout(text, painter.font());
    layout.beginLayout();
    int start = 0;
    for (int line = 0; line < sentenceLines; ++line) {
        QTextLine textLine = layout.createLine();
        if (!textLine.isValid())
            break;
        textLine.setLineWidth(rect.width());
        start = textLine.textStart();
        const bool isLast = line + 1 == sentenceLines;
        const QString whole = isLast ? text.mid(start) : text.mid(start, textLine.textLength());
        const QString shown = QFontMetricsF(painter.font()).elidedText(whole.trimmed(), Qt::ElideRight, rect.width());
        const QRectF place(rect.left(), rect.top() + line * lineHeight, rect.width(), lineHeight);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    }
    layout.endLayout();
}

} // namespace

FindingDelegate::FindingDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {240, rowHeight};
}

void FindingDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto severity = static_cast<Severity>(index.data(FindingModel::SeverityRole).toInt());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintRowBackground(*painter, m_theme, option);
    const QRectF rect = QRectF(option.rect).adjusted(spacing::medium, 6, -spacing::medium, -spacing::small);
    drawIcon(*painter, QRectF(rect.left(), rect.top(), iconSize, iconSize), severityIcon(severity),
        m_theme.severityMark(severity));
    const QRectF text = rect.adjusted(iconSize + spacing::medium, 0, 0, 0);
    painter->setFont(m_theme.font(FontRole::Body));
    painter->setPen(m_theme.color(ColorRole::Text));
    const QString title
        = QFontMetricsF(painter->font()).elidedText(index.data().toString(), Qt::ElideRight, text.width());
    painter->drawText(QRectF(text.left(), text.top(), text.width(), iconSize), Qt::AlignLeft | Qt::AlignVCenter, title);
    painter->setFont(m_theme.font(FontRole::Caption));
    painter->setPen(m_theme.color(ColorRole::SecondaryText));
    const QString where = index.data(FindingModel::WhereRole).toString();
    drawWrapped(*painter, text.adjusted(0, iconSize + spacing::tiny, 0, 0),
        where + QStringLiteral(" — ") + index.data(FindingModel::SentenceRole).toString());
    painter->restore();
}

} // namespace tcpladder
