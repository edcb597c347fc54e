// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/header/hex_view.h"

#include "ui/header/explanation_text.h"
#include "ui/header/hex_painter.h"
#include "ui/header/shown_segment.h"
#include "ui/support/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace tcpladder {

namespace {

constexpr qreal smallestZoom = 0.85;
constexpr qreal zoomStep = 0.08;
constexpr int zoomSteps = 17; ///< to a bit more than twice the size
constexpr qreal lineSpacing = 1.28;
constexpr qreal margin = 10;

QSizeF cellOf(const QFont& font)
{
    const QFontMetricsF metrics(font);
    return {metrics.horizontalAdvance(QLatin1Char('0')), metrics.height() * lineSpacing};
}

} // namespace

HexView::HexView(const ShownSegment& shown, Selection& selection, const Theme& theme, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_shown(shown)
    , m_selection(selection)
    , m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setAccessibleName(tr("Bytes of the segment"));
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&shown, &ShownSegment::changed, this, &HexView::takeSegment);
    connect(&selection, &Selection::fieldChanged, this, &HexView::showField);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    takeSegment();
}

QSize HexView::sizeHint() const
{
    const QSizeF cell = cellOf(m_theme.font(FontRole::Mono));
    return {qCeil(layoutHex(1, cell, 1e6, margin).width()), heightForRows(5)};
}

int HexView::heightForRows(std::size_t rows) const
{
    qreal row = cellOf(m_theme.font(FontRole::Mono)).height();
    if (byteCount() > 0)
        row = std::min(row, m_geometry.cell.height()); // narrow ones are smaller
    constexpr int belowTheLast = 4;
    const bool isCut = byteCount() > 0 && rows < m_geometry.rowCount(); // no sliver of the next one
    return qCeil(row * static_cast<qreal>(rows)) + (isCut ? 0 : belowTheLast);
}

std::size_t HexView::byteCount() const
{
    return m_shown.details() ? m_shown.details()->bytes.size() : 0;
}

void HexView::takeSegment()
{
    m_run.reset();
    updateGeometryOfBytes();
    verticalScrollBar()->setValue(0);
    viewport()->update();
}

void HexView::showField()
{
    viewport()->update();
}

/// The largest in which a row fits the width, and a packet of headers alone the height.
QFont HexView::fittingFont() const
{
    const qreal width = viewport()->width();
    const qreal height = viewport()->height();
    for (int step = zoomSteps; step > 0; --step) {
        const qreal zoom = smallestZoom + step * zoomStep;
        const QFont font = m_theme.font(FontRole::Mono, zoom);
        const HexGeometry geometry = layoutHex(std::min<std::size_t>(byteCount(), 96), cellOf(font), 1e6, margin);
        if (geometry.width() <= width && (zoom <= 1 || geometry.height() <= height))
            return font;
    }
    return m_theme.font(FontRole::Mono, smallestZoom);
}

void HexView::updateGeometryOfBytes()
{
    m_font = fittingFont();
    m_geometry = layoutHex(byteCount(), cellOf(m_font), viewport()->width(), margin);
    verticalScrollBar()->setRange(0, std::max(0, qCeil(m_geometry.height()) - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(qRound(m_geometry.cell.height()));
    horizontalScrollBar()->setRange(0, std::max(0, qCeil(m_geometry.width()) - viewport()->width()));
}

void HexView::resizeEvent(QResizeEvent*)
{
    updateGeometryOfBytes();
}

void HexView::scrollContentsBy(int, int)
{
    viewport()->update();
}

void HexView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_theme.color(ColorRole::Panel));
    const SegmentDetails* details = m_shown.details();
    if (!details)
        return;
    const int top = verticalScrollBar()->value();
    painter.translate(-horizontalScrollBar()->value(), -top);
    const auto first = static_cast<std::size_t>(top / m_geometry.cell.height());
    const auto count = static_cast<std::size_t>(viewport()->height() / m_geometry.cell.height()) + 2;
    HexScene scene{m_geometry, m_font, details->bytes, details->fields};
    scene.rows = {first, std::min(m_geometry.rowCount(), first + count)};
    if (const auto field = m_selection.field())
        scene.marked = digitsOf(details->fields, *field);
    scene.selected = selectedBytes();
    scene.hasFocus = hasFocus();
    paintHex(painter, scene, m_theme);
}

std::optional<DigitRange> HexView::digitsAt(QPoint position) const
{
    return m_geometry.digitsAt(
        QPointF(position) + QPointF(horizontalScrollBar()->value(), verticalScrollBar()->value()));
}

void HexView::mouseMoveEvent(QMouseEvent* event)
{
    const std::optional<DigitRange> digits = digitsAt(event->pos());
    if (digits && m_run && event->buttons().testFlag(Qt::LeftButton)) {
        moveCursor(digits->firstByte(), true);
        return;
    }
    std::optional<FieldChoice> choice;
    if (digits && m_shown.details())
        choice = choiceAtDigit(m_shown.details()->fields, digits->first);
    m_selection.hoverField(choice);
}

void HexView::mousePressEvent(QMouseEvent* event)
{
    const std::optional<DigitRange> digits = digitsAt(event->pos());
    if (event->button() != Qt::LeftButton || !m_shown.details())
        return;
    if (!digits) {
        m_run.reset();
        m_selection.chooseField({});
        viewport()->update();
        return;
    }
    moveCursor(digits->firstByte(), event->modifiers().testFlag(Qt::ShiftModifier));
    m_selection.chooseField(choiceAtDigit(m_shown.details()->fields, digits->first));
}

void HexView::moveCursor(std::size_t byte, bool keepsAnchor)
{
    if (!m_run || !keepsAnchor)
        m_run = Run{byte, byte};
    m_run->cursor = byte;
    const int rowTop = qFloor(m_geometry.rowTop(m_geometry.rowOf(byte)));
    const int rowBottom = qCeil(m_geometry.rowTop(m_geometry.rowOf(byte) + 1));
    QScrollBar* bar = verticalScrollBar();
    bar->setValue(std::min(rowTop, std::max(bar->value(), rowBottom - viewport()->height())));
    viewport()->update();
}

void HexView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyAsHex();
        return;
    }
    const auto row = static_cast<qint64>(m_geometry.bytesPerRow);
    const auto page = static_cast<qint64>(viewport()->height() / m_geometry.cell.height()) * row;
    const auto count = static_cast<qint64>(byteCount());
    const auto at = static_cast<qint64>(m_run ? m_run->cursor : 0);
    qint64 step = 0;
    switch (event->key()) {
    case Qt::Key_Left: step = -1; break;
    case Qt::Key_Right: step = 1; break;
    case Qt::Key_Up: step = -row; break;
    case Qt::Key_Down: step = row; break;
    case Qt::Key_PageUp: step = -page; break;
    case Qt::Key_PageDown: step = page; break;
    case Qt::Key_Home: step = -at; break;
    case Qt::Key_End: step = count - 1 - at; break;
    default: QAbstractScrollArea::keyPressEvent(event); return;
    }
    if (count == 0)
        return;
    const qint64 target = m_run ? at + step : 0;
    moveCursor(static_cast<std::size_t>(std::clamp<qint64>(target, 0, count - 1)),
        event->modifiers().testFlag(Qt::ShiftModifier));
    if (m_run)
        m_selection.chooseField(choiceAtDigit(m_shown.details()->fields, m_run->cursor * 2));
}

std::optional<DigitRange> HexView::selectedBytes() const
{
    if (!m_run)
        return {};
    const std::size_t first = std::min(m_run->anchor, m_run->cursor);
    const std::size_t last = std::max(m_run->anchor, m_run->cursor);
    return DigitRange{first * 2, (last - first + 1) * 2};
}

/// The run, if it is more than the byte under the cursor; else everything.
std::vector<std::byte> HexView::bytesToCopy() const
{
    if (!m_shown.details())
        return {};
    const std::vector<std::byte>& all = m_shown.details()->bytes;
    const std::optional<DigitRange> run = selectedBytes();
    if (!run || run->count <= 2)
        return all;
    return {all.begin() + static_cast<std::ptrdiff_t>(run->firstByte()),
        all.begin() + static_cast<std::ptrdiff_t>(run->endByte())};
}

void HexView::copyAsHex() const
{
    QStringList words;
    for (const std::byte byte : bytesToCopy())
        words << QStringLiteral("%1").arg(std::to_integer<uint>(byte), 2, 16, QLatin1Char('0'));
    QGuiApplication::clipboard()->setText(words.join(QLatin1Char(' ')));
}

void HexView::copyAsText() const
{
    QString text;
    for (const std::byte byte : bytesToCopy())
        text += QLatin1Char(byte == std::byte{'\n'} ? '\n' : printable(byte));
    QGuiApplication::clipboard()->setText(text);
}

void HexView::contextMenuEvent(QContextMenuEvent* event)
{
    if (!m_shown.details())
        return;
    QMenu menu(this);
    menu.addAction(tr("Copy as &hexadecimal"), QKeySequence::Copy, this, &HexView::copyAsHex);
    menu.addAction(tr("Copy as &text"), this, &HexView::copyAsText);
    menu.exec(event->globalPos());
}

bool HexView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave) {
        m_selection.hoverField({});
    } else if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        showToolTip(help->pos(), help->globalPos());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void HexView::showToolTip(QPoint position, QPoint global) const
{
    const std::optional<DigitRange> digits = digitsAt(position);
    std::optional<FieldChoice> choice;
    if (digits && m_shown.details())
        choice = choiceAtDigit(m_shown.details()->fields, digits->first);
    QToolTip::showText(global, choice ? fieldToolTip(m_shown, *choice) : QString(), viewport());
}

} // namespace tcpladder
