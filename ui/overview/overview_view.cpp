// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overview_view.h"

#include "ui/overview/overview_painter.h"
#include "ui/overview/overview_reader.h"
#include "ui/session/capture_session.h"
#include "ui/session/empty_text.h"
#include "ui/session/navigator.h"
#include "ui/session/selection.h"
#include "ui/support/notice.h"

#include <QPainter>
#include <QScrollBar>

#include <cmath>

namespace tcpladder {

namespace {

using namespace std::chrono_literals;

constexpr auto growthPause = 400ms;

} // namespace

OverviewView::OverviewView(const CaptureSession& session, Selection& selection, const Theme& theme, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_session(session)
    , m_selection(selection)
    , m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Overview of all connections"));
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_growth.setSingleShot(true);
    m_growth.setInterval(growthPause);
    connect(&m_growth, &QTimer::timeout, this, &OverviewView::takeGrowth);
    m_reading.setSingleShot(true);
    m_reading.setInterval(0);
    connect(&m_reading, &QTimer::timeout, this, &OverviewView::readOn);
    connect(&session, &CaptureSession::documentReplaced, this, &OverviewView::startAnew);
    connect(&session, &CaptureSession::documentGrew, this, &OverviewView::grow);
    connect(&session, &CaptureSession::stateChanged, this, &OverviewView::grow);
    connect(&selection, &Selection::segmentChanged, this, &OverviewView::showSelection);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void OverviewView::startAnew()
{
    m_rows.clear();
    m_hasRows = false;
    m_hosts = {};
    m_scale.reset();
    m_chosenColumn.reset();
    m_selectedRow.reset();
    readAnew();
}

void OverviewView::grow()
{
    if (!m_growth.isActive())
        m_growth.start();
}

/// To begin again and again would come to no end.
void OverviewView::takeGrowth()
{
    isReading() ? m_growth.start() : readAnew();
}

void OverviewView::readAnew()
{
    m_isCurrent = false;
    m_step = Step::Done;
    m_reading.stop();
    if (isVisible())
        refresh();
}

/// Reads what has changed. While it isn't seen it reads nothing.
void OverviewView::refresh()
{
    if (!m_isCurrent && m_session.document())
        beginReading();
    updateScrollBars();
    viewport()->update();
}

void OverviewView::beginReading()
{
    m_isCurrent = true;
    m_step = Step::Rows;
    m_rows.begin(m_foldsRuns && m_spacing == RowSpacing::Even);
    readOn();
}

/// Millions of segments take a second: in parts, between which the window can do what its user wants.
void OverviewView::readOn()
{
    const CaptureDocument* document = m_session.document();
    if (!document)
        return;
    if (readPart(*document))
        takeRows(*document);
    else
        m_reading.start();
    viewport()->update();
}

/// Whether it was the last one.
bool OverviewView::readPart(const CaptureDocument& document)
{
    if (m_step == Step::Rows) {
        if (!m_rows.goOn(document, m_hosts, m_partLasts))
            return false;
        m_step = Step::Scale;
        m_selectedRow.reset();
        m_scale = beginOverviewScale(document, m_rows, m_spacing, m_timeZoom);
        m_hasRows = !m_scale;
    }
    return !m_scale || extendOverviewScale(document, m_rows, m_partLasts, *m_scale);
}

void OverviewView::takeRows(const CaptureDocument& document)
{
    m_step = Step::Done;
    m_hasRows = true;
    {
        const CaptureDocument::Reading reading(document);
        m_packets = document.summary().packets;
        m_selectedRow = m_selection.segment().isValid() ? m_rows.rowOf(document, m_selection.segment()) : std::nullopt;
    }
    updateScrollBars();
    if (std::exchange(m_wantsSelection, false))
        showSelection();
}

const OverviewRows& OverviewView::rows()
{
    refresh();
    while (isReading() && m_session.document())
        readOn();
    m_reading.stop();
    return m_rows;
}

/// Another order needs no other rows.
void OverviewView::setHosts(const HostArrangement& hosts)
{
    if (m_hosts == hosts)
        return;
    const bool areSameShown = m_hosts.showsSameAs(hosts);
    m_hosts = hosts;
    m_hosts.grow(m_rows.hosts().size());
    m_chosenColumn.reset();
    if (areSameShown) {
        viewport()->update();
    } else {
        m_rows.forgetRows();
        m_selectedRow.reset();
        readAnew();
    }
    emit hostsChanged();
}

void OverviewView::hideHost(std::size_t column)
{
    HostArrangement hosts = m_hosts;
    if (hosts.shown().size() > 1)
        hosts.hide(hosts.shown()[column]);
    setHosts(hosts);
}

void OverviewView::showAllHosts()
{
    HostArrangement hosts = m_hosts;
    hosts.showAll();
    setHosts(hosts);
}

void OverviewView::moveHost(std::size_t from, std::size_t to)
{
    HostArrangement hosts = m_hosts;
    hosts.move(hosts.shown()[from], to);
    setHosts(hosts);
}

void OverviewView::setSpacing(RowSpacing spacing, double timeZoom)
{
    if (spacing == m_spacing && timeZoom == m_timeZoom)
        return;
    m_spacing = spacing;
    m_timeZoom = timeZoom;
    readAnew();
}

void OverviewView::setFoldsRuns(bool folds)
{
    if (folds == m_foldsRuns)
        return;
    m_foldsRuns = folds;
    m_rows.foldAll();
    readAnew();
}

void OverviewView::setZoom(qreal zoom)
{
    m_zoom = zoom;
    updateScrollBars();
    viewport()->update();
}

OverviewGeometry OverviewView::geometry()
{
    return makeOverviewGeometry({.width = static_cast<qreal>(viewport()->width()),
        .zoom = m_zoom,
        .columns = m_hosts.shown().size(),
        .rows = m_rows.rows().size(),
        .largestNumber = m_packets,
        .scale = m_scale});
}

OverviewWindow OverviewView::window() const
{
    return {.left = static_cast<qreal>(horizontalScrollBar()->value()),
        .top = static_cast<qreal>(verticalScrollBar()->value()),
        .width = static_cast<qreal>(viewport()->width()),
        .height = static_cast<qreal>(viewport()->height())};
}

void OverviewView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    const CaptureDocument* document = m_session.document();
    if (!document || !m_hasRows || m_rows.rows().empty()) {
        paintNotice(painter, viewport()->rect(), m_theme, notice());
        return;
    }
    const OverviewGeometry where = geometry();
    const OverviewWindow seen = window();
    OverviewContents contents
        = readOverview(*document, m_rows, m_hosts, seenRows(where, seen), seenColumns(where, seen));
    contents.selectedRow = m_selectedRow;
    contents.chosenColumn = hasFocus() ? m_chosenColumn : std::nullopt;
    contents.dropColumn = m_dropColumn;
    OverviewPainter(painter, m_theme, m_zoom).paint(layOutOverview(contents, where, seen, m_theme));
}

void OverviewView::resizeEvent(QResizeEvent*)
{
    updateScrollBars();
}

void OverviewView::showEvent(QShowEvent*)
{
    m_wantsSelection = true;
    refresh();
    if (!isReading() && m_selectedRow)
        showRow(*m_selectedRow);
}

/// Whoever goes back to a ladder wants no overview any more.
void OverviewView::hideEvent(QHideEvent*)
{
    if (isReading())
        readAnew();
}

QString OverviewView::notice() const
{
    const QString empty = emptyText(m_session);
    return isReading() && empty.isEmpty()
        ? tr("Arranging all connections: %1 %").arg(static_cast<int>(std::floor(100 * m_rows.progress())))
        : empty;
}

void OverviewView::updateScrollBars()
{
    constexpr qreal longestRange = 2e9; // what an int holds
    const OverviewGeometry where = geometry();
    const qreal seen = viewport()->height() - where.headerHeight;
    verticalScrollBar()->setRange(0, static_cast<int>(std::clamp(std::ceil(where.height() - seen), 0.0, longestRange)));
    verticalScrollBar()->setPageStep(std::max(1, static_cast<int>(seen)));
    verticalScrollBar()->setSingleStep(static_cast<int>(where.rowHeight));
    horizontalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::ceil(where.width)) - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(static_cast<int>(where.laneSpacing / 2));
}

void OverviewView::showSelection()
{
    const CaptureDocument* document = m_session.document();
    if (!document || !m_hasRows)
        return;
    {
        const CaptureDocument::Reading reading(*document);
        m_selectedRow = m_selection.segment().isValid() ? m_rows.rowOf(*document, m_selection.segment()) : std::nullopt;
    }
    viewport()->update();
    setAccessibleDescription(m_selectedRow ? overviewSentence(*document, m_rows, *m_selectedRow) : QString());
    if (m_selectedRow && isVisible())
        showRow(*m_selectedRow);
}

void OverviewView::showRow(std::size_t row)
{
    const OverviewGeometry where = geometry();
    const OverviewWindow seen = window();
    const qreal bottom = where.arrowY(row) + where.rowHeight;
    const qreal top = bottom - 3 * where.rowHeight;
    const qreal room = seen.height - where.headerHeight;
    if (top < seen.top)
        verticalScrollBar()->setValue(static_cast<int>(std::floor(top)));
    else if (bottom > seen.top + room)
        verticalScrollBar()->setValue(static_cast<int>(std::ceil(bottom - room)));
}

} // namespace tcpladder
