// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/header/flags_view.h"

#include "ui/header/explanation_text.h"
#include "ui/header/flags_painter.h"
#include "ui/header/shown_segment.h"
#include "ui/support/theme.h"
#include "ui/support/translate_message.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace tcpladder {

namespace {

QString hexWord(std::uint16_t word)
{
    return QStringLiteral("0x%1").arg(word, 4, 16, QLatin1Char('0'));
}

QString flagNames(std::uint16_t word)
{
    return QString::fromStdString(formatFlags(TcpFlags(word)));
}

std::optional<FieldChoice> choiceOf(const FlagCell* cell)
{
    if (!cell)
        return {};
    switch (cell->bit.part) {
    case FlagsWordPart::DataOffset: return FieldChoice{HeaderField::TcpDataOffset, 0};
    case FlagsWordPart::Reserved: return FieldChoice{HeaderField::TcpReserved, 0};
    case FlagsWordPart::Flags: break;
    }
    return FieldChoice{HeaderField::TcpFlags, 0};
}

} // namespace

FlagsView::FlagsView(const ShownSegment& shown, Selection& selection, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_shown(shown)
    , m_selection(selection)
    , m_theme(theme)
{
    setMouseTracking(true);
    setAccessibleName(tr("Flags of the segment"));
    connect(&shown, &ShownSegment::changed, this, &FlagsView::takeSegment);
    connect(&selection, &Selection::fieldChanged, this, qOverload<>(&QWidget::update));
    connect(&theme, &Theme::changed, this, &FlagsView::layOut);
    takeSegment();
}

QSize FlagsView::sizeHint() const
{
    return {640, 310};
}

QSize FlagsView::minimumSizeHint() const
{
    return {380, 170};
}

void FlagsView::takeSegment()
{
    m_content = readContent();
    setAccessibleDescription(hexWord(m_content.word) + QLatin1Char(' ') + flagNames(m_content.word));
    layOut();
}

void FlagsView::layOut()
{
    m_layout = layoutFlags(m_content, QSizeF(size()), m_theme);
    update();
}

FlagsContent FlagsView::readContent() const
{
    FlagsContent content;
    const SegmentDetails* details = m_shown.details();
    if (!details)
        return content;
    content.word = m_shown.flagsWord();
    content.decided = static_cast<std::uint16_t>((content.word & ~TcpFlags::mask) | details->segment.flags.bits);
    QStringList sentences;
    for (const Message& message : explainFlags(details->segment))
        sentences << translateMessage(message);
    content.meaning
        = flagNames(content.decided) + tr(" — ", "between flags and what they mean") + joinSentences(sentences);
    const unsigned words = content.word >> 12;
    content.captions = {
        tr("data offset") + tr("\n%1 × 4 = %2 bytes").arg(words).arg(words * 4),
        tr("reserved") + QStringLiteral("\n%1").arg(content.word >> 9 & 7),
        tr("flags")
            + QStringLiteral("\n%1 = %2")
                .arg(QString::fromStdString(formatFlagsHex(TcpFlags(content.word))), flagNames(content.word)),
    };
    content.verdict = readVerdict(content.word);
    return content;
}

std::optional<FlagsVerdict> FlagsView::readVerdict(std::uint16_t word) const
{
    if (!m_shown.dispute())
        return {};
    const TcpFlags decided = m_shown.dispute()->decided;
    return FlagsVerdict{tr("The text line and the bytes (%1) disagree about the flags").arg(hexWord(word)),
        m_shown.dispute()->reason, tr("Shown as %1").arg(flagNames(decided.bits))};
}

void FlagsView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Panel));
    if (!m_shown.details())
        return;
    const std::optional<FieldChoice> field = m_selection.field();
    paintFlags(painter, m_content, m_layout, field ? std::optional(field->field) : std::nullopt, m_theme);
}

void FlagsView::resizeEvent(QResizeEvent*)
{
    layOut();
}

void FlagsView::mouseMoveEvent(QMouseEvent* event)
{
    m_selection.hoverField(choiceOf(m_layout.cellAt(event->position())));
}

void FlagsView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        m_selection.chooseField(choiceOf(m_layout.cellAt(event->position())));
}

void FlagsView::leaveEvent(QEvent*)
{
    m_selection.hoverField({});
}

bool FlagsView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), toolTipAt(help->pos()), this);
    return true;
}

QString FlagsView::toolTipAt(QPointF position) const
{
    const FlagCell* cell = m_layout.cellAt(position);
    if (!cell || !m_shown.details())
        return {};
    return toToolTip(explainFlagsBit(cell->bit, m_shown.details()->segment));
}

} // namespace tcpladder
