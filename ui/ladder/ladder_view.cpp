// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/ladder_view.h"

#include "ui/ladder/ladder_painter.h"
#include "ui/ladder/segment_tool_tip.h"
#include "ui/session/capture_session.h"
#include "ui/session/navigator.h"
#include "ui/session/selection.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <cmath>

namespace tcpladder {

namespace {

constexpr int stepsPerRow = 8;    ///< of the scroll bar
constexpr int wheelNotch = 120;   ///< Qt's unit: eighths of a degree of one notch
constexpr qreal usualWidth = 880; ///< a wider view shows everything larger: it hangs on a wall more often than not
constexpr qreal largestGrowth = 1.35;
constexpr qreal largestShrinking = 0.75;
constexpr double timeZoomStep = 1.5;
constexpr double largestTimeZoom = 1000;

} // namespace

LadderView::LadderView(const CaptureSession& session, Selection& selection, const Theme& theme, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_session(session)
    , m_selection(selection)
    , m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("Ladder of the selected connection"));
    verticalScrollBar()->setSingleStep(stepsPerRow);
    connect(&session, &CaptureSession::documentReplaced, this, [this] {
        m_reader.clear();
        invalidate();
    });
    connect(&session, &CaptureSession::documentGrew, this, &LadderView::invalidate);
    connect(&session, &CaptureSession::stateChanged, this, &LadderView::invalidate);
    connect(&selection, &Selection::connectionChanged, this, [this] {
        invalidate();
        verticalScrollBar()->setValue(0);
    });
    connect(&selection, &Selection::segmentChanged, this, &LadderView::showSelection);
    connect(&selection, &Selection::momentChanged, this, &LadderView::invalidate);
    connect(&selection, &Selection::twoMslChanged, this, &LadderView::invalidate);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

/// A narrow view shrinks a little before it scrolls sideways.
qreal LadderView::effectiveZoom() const
{
    const qreal width = viewport()->width();
    const qreal shrunk = width / narrowestLadder(1);
    const qreal grown = std::max(1.0, width / usualWidth);
    return m_zoom * std::clamp(shrunk < 1 ? shrunk : grown, largestShrinking, largestGrowth);
}

QSize LadderView::sizeHint() const
{
    return {860, 600};
}

void LadderView::setSequenceStyle(SequenceStyle style)
{
    m_sequenceStyle = style;
    viewport()->update();
}

void LadderView::setZoom(qreal zoom)
{
    const qreal wanted = std::clamp(zoom, smallestZoom, largestZoom);
    if (wanted == m_zoom)
        return;
    m_zoom = wanted;
    keepInSight(frame().selectedRow);
    emit zoomChanged();
}

void LadderView::setRowSpacing(RowSpacing spacing)
{
    if (spacing == m_rowSpacing)
        return;
    m_rowSpacing = spacing;
    m_isFrameCurrent = false;
    keepInSight(frame().selectedRow);
    emit rowSpacingChanged();
}

void LadderView::setFoldsRuns(bool folds)
{
    if (folds == m_foldsRuns)
        return;
    m_foldsRuns = folds;
    m_isFrameCurrent = false;
    keepInSight(frame().selectedRow);
}

void LadderView::stretchTime()
{
    setTimeZoom(m_timeZoom * timeZoomStep);
}

void LadderView::compressTime()
{
    setTimeZoom(m_timeZoom / timeZoomStep);
}

void LadderView::setTimeZoom(double zoom)
{
    if (m_rowSpacing == RowSpacing::Even)
        return;
    m_timeZoom = std::clamp(zoom, 1 / largestTimeZoom, largestTimeZoom);
    m_isFrameCurrent = false;
    keepInSight(frame().selectedRow);
}

void LadderView::keepInSight(std::optional<std::size_t> row)
{
    updateScrollBars();
    if (row)
        showWholeRow(*row);
    viewport()->update();
}

void LadderView::zoomIn()
{
    setZoom(m_zoom * 1.15);
}

void LadderView::zoomOut()
{
    setZoom(m_zoom / 1.15);
}

void LadderView::resetZoom()
{
    setZoom(1);
}

void LadderView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    const CaptureDocument* document = m_session.document();
    LadderContents contents = frame();
    if (!document || contents.rowCount() == 0) {
        painter.fillRect(viewport()->rect(), m_theme.color(ColorRole::Panel));
        return;
    }
    const LadderGeometry where = geometry();
    const LadderWindow seen = window();
    m_reader.readRows(*document, request(), drawnSegments(where, seen, contents), contents);
    painter.translate(-horizontalScrollBar()->value(), 0);
    LadderPainter(painter, m_theme, effectiveZoom()).paint(layOutLadder(contents, where, seen, m_theme));
}

void LadderView::resizeEvent(QResizeEvent*)
{
    keepInSight(frame().selectedRow);
}

void LadderView::keyPressEvent(QKeyEvent* event)
{
    const auto page = std::max<std::ptrdiff_t>(1, verticalScrollBar()->pageStep() / stepsPerRow);
    const auto all = static_cast<std::ptrdiff_t>(frame().segmentRows);
    switch (event->key()) {
    case Qt::Key_Up: return stepBy(-1);
    case Qt::Key_Down: return stepBy(1);
    case Qt::Key_PageUp: return stepBy(-page);
    case Qt::Key_PageDown: return stepBy(page);
    case Qt::Key_Home: return stepBy(-all);
    case Qt::Key_End: return stepBy(all);
    case Qt::Key_Right:
        if (const auto row = frame().selectedRow; row && m_reader.rows().foldAt(*row))
            unfold(*row);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal: return zoomIn();
    case Qt::Key_Minus: return zoomOut();
    case Qt::Key_0: return resetZoom();
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void LadderView::mousePressEvent(QMouseEvent* event)
{
    const QPointF content = toContent(event->position().toPoint());
    if (event->button() != Qt::LeftButton || frame().segmentRows == 0 || content.y() < -geometry().topMargin)
        return QAbstractScrollArea::mousePressEvent(event);
    if (pickMoment(content))
        return;
    const std::size_t row = rowAt(geometry(), content, frame().rowCount());
    if (row < frame().segmentRows)
        clickRow(row);
}

void LadderView::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        pickMoment(toContent(event->position().toPoint()));
}

void LadderView::wheelEvent(QWheelEvent* event)
{
    if (!(event->modifiers() & Qt::ControlModifier))
        return QAbstractScrollArea::wheelEvent(event);
    m_wheelRest += event->angleDelta();
    const int notches = m_wheelRest.y() / wheelNotch;
    m_wheelRest.ry() -= notches * wheelNotch;
    if (event->modifiers() & Qt::ShiftModifier)
        setTimeZoom(m_timeZoom * std::pow(timeZoomStep, notches));
    else
        setZoom(m_zoom * std::pow(1.15, notches));
}

bool LadderView::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), toolTipAt(help->pos()), viewport());
    return true;
}

LadderRequest LadderView::request() const
{
    return {.connection = m_selection.connection(),
        .selected = m_selection.segment(),
        .moment = m_selection.moment(),
        .hasOwnMoment = m_selection.hasOwnMoment(),
        .twoMsl = m_selection.twoMsl(),
        .sequenceStyle = m_sequenceStyle,
        .spacing = m_rowSpacing,
        .timeZoom = m_timeZoom,
        .foldsRuns = m_foldsRuns};
}

const LadderContents& LadderView::frame()
{
    if (!m_isFrameCurrent) {
        const CaptureDocument* document = m_session.document();
        m_frame = document ? m_reader.readFrame(*document, request()) : LadderContents();
        m_isFrameCurrent = true;
    }
    return m_frame;
}

LadderGeometry LadderView::geometry()
{
    return makeLadderGeometry({.width = static_cast<qreal>(viewport()->width()),
        .height = static_cast<qreal>(viewport()->height()),
        .zoom = effectiveZoom(),
        .rowCount = frame().rowCount(),
        .segmentCount = frame().segmentCount,
        .scale = frame().scale});
}

LadderWindow LadderView::window()
{
    const qreal perStep = geometry().rowHeight / stepsPerRow;
    return {.scrolled = verticalScrollBar()->value() * perStep, .height = static_cast<qreal>(viewport()->height())};
}

QPointF LadderView::toContent(QPoint viewPosition)
{
    const LadderGeometry where = geometry();
    return {static_cast<qreal>(viewPosition.x() + horizontalScrollBar()->value()),
        viewPosition.y() - where.headerHeight - where.topMargin + window().scrolled};
}

void LadderView::invalidate()
{
    m_isFrameCurrent = false;
    updateScrollBars();
    viewport()->update();
}

void LadderView::updateScrollBars()
{
    const LadderGeometry where = geometry();
    const qreal perStep = where.rowHeight / stepsPerRow;
    const qreal seen = viewport()->height() - where.headerHeight;
    const qreal hidden = contentHeight(where, frame().rowCount()) - seen;
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::ceil(hidden / perStep))));
    verticalScrollBar()->setPageStep(std::max(1, static_cast<int>(seen / perStep)));
    horizontalScrollBar()->setRange(0, std::max(0, static_cast<int>(where.width) - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
}

/// Scrolls as little as needed, to where the neighbours of the row are seen as well.
void LadderView::showWholeRow(std::size_t row)
{
    const LadderGeometry where = geometry();
    const qreal perStep = where.rowHeight / stepsPerRow;
    const qreal seen = viewport()->height() - where.headerHeight;
    const qreal context = seen >= 3 * where.rowHeight ? where.rowHeight : 0;
    const RowBand band = rowBand(where, row);
    const qreal top = where.topMargin + band.top - context;
    const qreal bottom = top + band.height + 2 * context;
    const qreal scrolled = window().scrolled;
    if (top < scrolled || seen < where.rowHeight)
        verticalScrollBar()->setValue(row == 0 ? 0 : static_cast<int>(std::floor(top / perStep)));
    else if (bottom > scrolled + seen)
        verticalScrollBar()->setValue(static_cast<int>(std::ceil((bottom - seen) / perStep)));
}

void LadderView::showSelection()
{
    invalidate();
    if (const auto row = frame().selectedRow)
        showWholeRow(*row);
    updateAccessibleText();
}

void LadderView::stepBy(std::ptrdiff_t rows)
{
    const auto count = static_cast<std::ptrdiff_t>(frame().segmentRows);
    if (count == 0)
        return;
    const auto current = frame().selectedRow;
    const std::ptrdiff_t target = current ? static_cast<std::ptrdiff_t>(*current) + rows : (rows > 0 ? 0 : count - 1);
    selectRow(static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(target, 0, count - 1)));
}

void LadderView::selectRow(std::size_t row)
{
    if (const CaptureDocument* document = m_session.document())
        selectSegmentAt(m_selection, *document, m_selection.connection(), m_reader.rows().segmentAt(row));
}

void LadderView::clickRow(std::size_t row)
{
    if (m_reader.rows().foldAt(row))
        unfold(row);
    selectRow(row);
}

void LadderView::unfold(std::size_t row)
{
    m_reader.unfold(m_reader.rows().segmentAt(row));
    m_isFrameCurrent = false;
    keepInSight(row);
}

bool LadderView::pickMoment(QPointF content)
{
    const LadderGeometry where = geometry();
    for (const LadderTimedStretch& stretch : frame().stretches) {
        const bool isInLane = std::abs(content.x() - laneCentre(where, stretch.side)) <= where.laneWidth;
        const bool isBetween
            = content.y() > positionY(where, stretch.top) && content.y() < positionY(where, stretch.bottom);
        if (!isInLane || !isBetween)
            continue;
        m_selection.selectMoment(timeAt(where, stretch, content.y()));
        return true;
    }
    return false;
}

QString LadderView::toolTipAt(QPoint viewPosition)
{
    const QPointF content = toContent(viewPosition);
    const CaptureDocument* document = m_session.document();
    if (!document || frame().segmentRows == 0 || viewPosition.y() < geometry().headerHeight)
        return {};
    const std::size_t row = rowAt(geometry(), content, frame().rowCount());
    if (row >= frame().segmentRows)
        return {};
    if (m_reader.rows().foldAt(row))
        return tr("Click to see these segments one by one.");
    return segmentToolTip(*document, m_selection.connection(), m_reader.rows().segmentAt(row));
}

void LadderView::updateAccessibleText()
{
    const CaptureDocument* document = m_session.document();
    const auto row = frame().selectedRow;
    setAccessibleDescription(document && row
            ? segmentSentence(*document, m_selection.connection(), m_reader.rows().segmentAt(*row))
            : QString());
}

} // namespace tcpladder
