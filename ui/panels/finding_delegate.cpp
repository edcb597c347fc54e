// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/finding_delegate.h"

#include "ui/models/finding_model.h"
#include "ui/panels/row_background.h"
#include "ui/support/icons.h"
#include "ui/support/theme.h"

#include <QListView>
#include <QPainter>
#include <QTextLayout>

namespace tcpladder {

namespace {

constexpr int marginAbove = 6;
constexpr int marginBelow = 9;
constexpr qreal iconSize = 18;
constexpr qreal lineHeight = 16;
constexpr int uniformLines = 2;

/// The text in lines of that width. With a limit, the last line is elided.
QStringList wrapped(const QString& text, const QFont& font, qreal width, std::optional<int> limit)
{
    QStringList lines;
    QTextLayout layout(text, font);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (limit && lines.size() + 1 == *limit) {
            const QString rest = text.mid(line.textStart());
            lines << QFontMetricsF(font).elidedText(rest.trimmed(), Qt::ElideRight, width);
            break;
        }
        lines << text.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

QString sentence(const QModelIndex& index)
{
    return FindingDelegate::tr("%1 — %2").arg(
        index.data(FindingModel::WhereRole).toString(), index.data(FindingModel::SentenceRole).toString());
}

QRectF textRect(const QRectF& row)
{
    return row.adjusted(2 * spacing::medium + iconSize, marginAbove, -spacing::medium, -marginBelow);
}

/// A list of uniform rows cuts sentences: measuring all of a very long list would take too long.
const QListView* listOf(const QStyleOptionViewItem& option)
{
    return qobject_cast<const QListView*>(option.widget);
}

std::optional<int> lineLimit(const QListView* list)
{
    return !list || list->uniformItemSizes() ? std::optional(uniformLines) : std::nullopt;
}

void drawLines(QPainter& painter, QPointF topLeft, const QStringList& lines, qreal height)
{
    for (const QString& line : lines) {
        painter.drawText(
            QPointF(topLeft.x(),
                topLeft.y() + (height + painter.fontMetrics().ascent() - painter.fontMetrics().descent()) / 2),
            line);
        topLeft.ry() += height;
    }
}

} // namespace

FindingDelegate::FindingDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QListView* list = listOf(option);
    const int width = list ? list->viewport()->width() : option.rect.width();
    const Lines lines = linesOf(index, textRect(QRectF(0, 0, width, 0)).width(), lineLimit(list));
    const qreal sentenceLines = lineLimit(list) ? uniformLines : static_cast<qreal>(lines.sentence.size());
    return {width,
        static_cast<int>(marginAbove + static_cast<qreal>(lines.title.size()) * iconSize + spacing::tiny
            + sentenceLines * lineHeight + marginBelow)};
}

FindingDelegate::Lines FindingDelegate::linesOf(const QModelIndex& index, qreal width, std::optional<int> limit) const
{
    return {.title = wrapped(
                index.data().toString(), m_theme.font(FontRole::Body), width, limit ? std::optional(1) : std::nullopt),
        .sentence = wrapped(sentence(index), m_theme.font(FontRole::Caption), width, limit)};
}

void FindingDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto severity = static_cast<Severity>(index.data(FindingModel::SeverityRole).toInt());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintRowBackground(*painter, m_theme, option);
    const QRectF text = textRect(option.rect);
    drawIcon(*painter, QRectF(option.rect.left() + spacing::medium, text.top(), iconSize, iconSize),
        severityIcon(severity), m_theme.severityMark(severity));
    const Lines lines = linesOf(index, text.width(), lineLimit(listOf(option)));
    painter->setFont(m_theme.font(FontRole::Body));
    painter->setPen(m_theme.color(ColorRole::Text));
    drawLines(*painter, text.topLeft(), lines.title, iconSize);
    painter->setFont(m_theme.font(FontRole::Caption));
    painter->setPen(m_theme.color(ColorRole::SecondaryText));
    const qreal below = static_cast<qreal>(lines.title.size()) * iconSize + spacing::tiny;
    drawLines(*painter, text.topLeft() + QPointF(0, below), lines.sentence, lineHeight);
    painter->restore();
}

} // namespace tcpladder
