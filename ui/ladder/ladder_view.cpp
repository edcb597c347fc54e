// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/ladder_view.h"

#include "ui/ladder/ladder_painter.h"
#include "ui/ladder/ladder_scroll.h"
#include "ui/ladder/segment_tool_tip.h"
#include "ui/session/bookmarks.h"
#include "ui/session/capture_session.h"
#include "ui/session/empty_text.h"
#include "ui/session/selection.h"
#include "ui/support/notice.h"

#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>

#include <utility>

namespace tcpladder {

namespace {

constexpr qreal usualWidth = 880; ///< a wider view shows everything larger: it hangs on a wall more often than not
constexpr qreal largestGrowth = 1.35;
constexpr qreal largestShrinking = 0.75;
constexpr double timeZoomStep = 1.5;

/// A narrow view shrinks a little before it scrolls sideways.
qreal sizeFor(qreal width)
{
    const qreal shrunk = width / narrowestLadder(1);
    const qreal grown = std::max(1.0, width / usualWidth);
    return std::clamp(shrunk < 1 ? shrunk : grown, largestShrinking, largestGrowth);
}

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
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Ladder of the selected connection"));
    verticalScrollBar()->setSingleStep(stepsPerRow);
    connect(&session, &CaptureSession::documentReplaced, this, [this] {
        m_reader.clear();
        invalidate();
    });
    connect(&session, &CaptureSession::documentGrew, this, &LadderView::invalidate);
    connect(&session, &CaptureSession::stateChanged, this, &LadderView::invalidate);
    connect(&session, &CaptureSession::commentsChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&selection, &Selection::connectionChanged, this, [this] {
        invalidate();
        verticalScrollBar()->setValue(0);
    });
    connect(&selection, &Selection::segmentChanged, this, &LadderView::showSelection);
    connect(&selection, &Selection::momentChanged, this, &LadderView::invalidate);
    connect(&selection, &Selection::twoMslChanged, this, &LadderView::invalidate);
    connect(&selection, &Selection::fieldChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

qreal LadderView::effectiveZoom() const
{
    return m_zoom * sizeFor(viewport()->width());
}

std::vector<QFont> LadderView::fonts() const
{
    std::vector<QFont> fonts;
    for (const FontRole role : {FontRole::Body, FontRole::BodyBold, FontRole::Caption, FontRole::Mono,
             FontRole::MonoCaption, FontRole::Chip, FontRole::StateName, FontRole::Endpoint})
        fonts.push_back(m_theme.font(role, effectiveZoom()));
    return fonts;
}

void LadderView::setBookmarks(const Bookmarks& bookmarks)
{
    m_bookmarks = &bookmarks;
    connect(&bookmarks, &Bookmarks::changed, viewport(), qOverload<>(&QWidget::update));
}

QSize LadderView::sizeHint() const
{
    return {860, 600};
}

void LadderView::setLook(const LadderLook& look)
{
    const LadderLook before = std::exchange(m_look, look);
    m_look.timeZoom = std::clamp(look.timeZoom, 1 / largestTimeZoom, largestTimeZoom);
    if (m_look == before)
        return;
    m_isFrameCurrent = false;
    keepInSight(frame().selectedRow);
    emit lookChanged();
}

void LadderView::setSequenceStyle(SequenceStyle style)
{
    LadderLook look = m_look;
    look.sequenceStyle = style;
    setLook(look);
}

void LadderView::setRowSpacing(RowSpacing spacing)
{
    LadderLook look = m_look;
    look.spacing = spacing;
    setLook(look);
}

void LadderView::setFoldsRuns(bool folds)
{
    LadderLook look = m_look;
    look.foldsRuns = folds;
    setLook(look);
}

void LadderView::setLabelFields(LabelFields fields)
{
    LadderLook look = m_look;
    look.fields = fields;
    setLook(look);
}

void LadderView::setTimeZoom(double zoom)
{
    if (m_look.spacing == RowSpacing::Even)
        return;
    LadderLook look = m_look;
    look.timeZoom = zoom;
    setLook(look);
}

void LadderView::stretchTime()
{
    setTimeZoom(m_look.timeZoom * timeZoomStep);
}

void LadderView::compressTime()
{
    setTimeZoom(m_look.timeZoom / timeZoomStep);
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
        paintNotice(painter, viewport()->rect(), m_theme, emptyText(m_session));
        return;
    }
    const LadderGeometry where = geometry();
    const LadderWindow seen = window();
    m_reader.readRows(*document, request(), drawnSegments(where, seen, contents), contents);
    contents.field = m_selection.field();
    painter.translate(-horizontalScrollBar()->value(), 0);
    LadderLayout layout = layOutLadder(contents, where, seen, m_theme);
    LadderPainter(painter, m_theme, effectiveZoom()).paint(layout);
    m_fieldPlaces = std::move(layout.fields);
}

/// Who has scrolled away from the selection stays away.
void LadderView::resizeEvent(QResizeEvent* event)
{
    const auto row = frame().selectedRow;
    keepInSight(row && wasInSight(*row, event->oldSize()) ? row : std::nullopt);
}

bool LadderView::wasInSight(std::size_t row, QSize view)
{
    if (view.isEmpty())
        return true;
    const LadderGeometry where = geometryFor(m_zoom, view);
    const LadderWindow seen{
        .scrolled = verticalScrollBar()->value() * pixelsPerStep(where), .height = static_cast<qreal>(view.height())};
    return !stepToShow(where, seen, row);
}

LadderRequest LadderView::request() const
{
    return {.connection = m_selection.connection(),
        .selected = m_selection.segment(),
        .moment = m_selection.moment(),
        .hasOwnMoment = m_selection.hasOwnMoment(),
        .twoMsl = m_selection.twoMsl(),
        .look = m_look,
        .bookmarks = m_bookmarks ? &m_bookmarks->packets() : nullptr};
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
    return geometryFor(m_zoom, viewport()->size());
}

LadderGeometry LadderView::geometryFor(qreal zoom, QSize view)
{
    return makeLadderGeometry({.width = static_cast<qreal>(view.width()),
        .height = static_cast<qreal>(view.height()),
        .zoom = zoom * sizeFor(view.width()),
        .rowCount = frame().rowCount(),
        .segmentCount = frame().segmentCount,
        .scale = frame().scale,
        .hasTimes = m_look.fields.hasTimes()});
}

LadderWindow LadderView::window()
{
    return {.scrolled = verticalScrollBar()->value() * pixelsPerStep(geometry()),
        .height = static_cast<qreal>(viewport()->height())};
}

QPointF LadderView::toContent(QPoint viewPosition)
{
    const LadderGeometry where = geometry();
    return {static_cast<qreal>(viewPosition.x() + horizontalScrollBar()->value()),
        viewPosition.y() - where.headerHeight - where.topMargin + window().scrolled};
}

LadderRange LadderView::shownSegments()
{
    const auto shown = rowsInWindow(geometry(), window(), frame().segmentRows);
    const LadderRows& rows = m_reader.rows();
    if (shown.first >= shown.end)
        return {0, 0};
    return {rows.segmentAt(shown.first),
        shown.end < frame().segmentRows ? rows.segmentAt(shown.end) : frame().segmentCount};
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
    const ScrollRange range = scrollRange(where, frame().rowCount(), viewport()->height());
    verticalScrollBar()->setRange(0, range.steps);
    verticalScrollBar()->setPageStep(range.page);
    horizontalScrollBar()->setRange(0, std::max(0, static_cast<int>(where.width) - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
}

void LadderView::showWholeRow(std::size_t row)
{
    if (const auto step = stepToShow(geometry(), window(), row))
        verticalScrollBar()->setValue(*step);
}

void LadderView::showSelection()
{
    invalidate();
    if (const auto row = frame().selectedRow)
        showWholeRow(*row);
    updateAccessibleText();
}

} // namespace tcpladder
