// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_panel.h"

#include "ui/charts/chart_export.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_tool_tip.h"
#include "ui/charts/rate_bins.h"
#include "ui/charts/series_loader.h"
#include "ui/session/capture_session.h"
#include "ui/session/navigator.h"
#include "ui/session/selection.h"
#include "ui/support/format_text.h"
#include "ui/support/icons.h"

#include <QComboBox>
#include <QMenu>
#include <QTabBar>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tcpladder {

namespace {

constexpr std::array sides{Side::A, Side::B};

/// The choices of the direction, in their order.
enum class DirectionChoice : std::uint8_t { FromA, FromB, Both };

} // namespace

ChartPanel::ChartPanel(const CaptureSession& session, Selection& selection, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_selection(selection)
    , m_theme(theme)
    , m_loader(new SeriesLoader(this))
    , m_legend(new ChartLegend(theme, this))
{
    createControls();
    createViews();
    connectSession();
    showDirections();
}

void ChartPanel::createControls()
{
    m_kinds = new QTabBar(this);
    m_kinds->setDrawBase(false);
    m_kinds->setExpanding(false);
    m_kinds->setObjectName(QStringLiteral("chartKinds"));
    m_kinds->setFont(m_theme.font(FontRole::Caption));
    m_kinds->setAccessibleName(tr("Kind of chart"));
    for (int i = 0; i < static_cast<int>(ChartKind::Count); ++i)
        m_kinds->addTab(chartName(static_cast<ChartKind>(i)));
    connect(m_kinds, &QTabBar::currentChanged, this, [this](int index) { setKind(static_cast<ChartKind>(index)); });
    m_directions = new QComboBox(this);
    m_directions->addItems({directionName(Side::A), directionName(Side::B), tr("Both")});
    m_directions->setToolTip(tr("Who sends"));
    m_directions->setAccessibleName(tr("Direction"));
    connect(m_directions, &QComboBox::activated, this, [this] {
        m_isDirectionChosen = true;
        showDirections();
    });
    m_export = new QToolButton(this);
    m_export->setIcon(themedIcon(m_theme, IconName::Export));
    m_export->setAccessibleName(tr("Export"));
    m_export->setToolTip(tr("Write or copy the chart as a picture"));
    m_export->setPopupMode(QToolButton::InstantPopup);
    m_export->setVisible(false);
    connect(m_legend, &ChartLegend::hiddenChanged, this, [this] {
        for (ChartView* view : m_views)
            view->setHidden(m_legend->hidden());
    });
}

void ChartPanel::createViews()
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(spacing::medium, 0, spacing::medium, 0);
    row->addWidget(m_kinds);
    row->addStretch(1);
    row->addWidget(m_directions);
    row->addWidget(m_export);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::tiny);
    layout->addLayout(row);
    layout->addWidget(m_legend);
    m_legend->setContentsMargins(spacing::medium, 0, spacing::medium, 0);
    for (const Side side : sides) {
        auto* view = new ChartView(side, m_theme, this);
        m_views[indexOf(side)] = view;
        view->chart().setTitle(directionName(side), side);
        connectView(*view);
        layout->addWidget(view, 1);
    }
}

void ChartPanel::connectView(ChartView& view)
{
    connect(&view, &ChartView::timeRangeChanged, this, [this, &view](const ValueRange& time) {
        for (ChartView* each : m_views) {
            if (each != &view)
                each->setTimeRange(time);
        }
        showLegend();
    });
    connect(&view, &ChartView::fitted, this, [this] {
        for (ChartView* each : m_views)
            each->fit();
        showLegend();
    });
    connect(&view, &ChartView::segmentPicked, this, [this](SegmentId segment) {
        if (const CaptureDocument* document = m_session.document())
            selectSegment(m_selection, *document, segment);
    });
    connect(&view, &ChartView::momentPicked, this, &ChartPanel::selectMoment);
    connect(&view, &ChartView::toolTipWanted, this, &ChartPanel::showToolTip);
}

void ChartPanel::connectSession()
{
    connect(m_loader, &SeriesLoader::replaced, this, &ChartPanel::showSeries);
    connect(m_loader, &SeriesLoader::grew, this, &ChartPanel::grow);
    connect(&m_session, &CaptureSession::documentReplaced, this, [this] {
        m_loader->stop();
        m_isLoaded = false;
    });
    connect(&m_session, &CaptureSession::documentGrew, m_loader, &SeriesLoader::goOn);
    connect(&m_selection, &Selection::connectionChanged, this, &ChartPanel::reload);
    connect(&m_selection, &Selection::segmentChanged, this, &ChartPanel::showSelected);
    connect(&m_selection, &Selection::momentChanged, this, &ChartPanel::showSelected);
}

void ChartPanel::setExportMenu(QMenu& menu)
{
    m_export->setMenu(&menu);
    m_export->setVisible(true);
}

void ChartPanel::setKind(ChartKind kind)
{
    m_kind = kind;
    m_kinds->setCurrentIndex(static_cast<int>(kind));
    for (ChartView* view : m_views)
        view->setKind(kind);
    showDirections();
    showDetail();
}

void ChartPanel::setDirection(std::optional<Side> sender)
{
    m_isDirectionChosen = true;
    m_directions->setCurrentIndex(sender ? static_cast<int>(*sender) : static_cast<int>(DirectionChoice::Both));
    showDirections();
}

bool ChartPanel::isShown(Side sender) const
{
    const auto choice = static_cast<DirectionChoice>(m_directions->currentIndex());
    return choice == DirectionChoice::Both || choice == static_cast<DirectionChoice>(sender);
}

QString ChartPanel::directionName(Side sender) const
{
    return formatSide(sender) + QStringLiteral(" → ") + formatSide(peerOf(sender));
}

void ChartPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    limitLegend();
}

/// In a low panel the charts need the height more than their legend.
void ChartPanel::limitLegend()
{
    constexpr int lowChart = 130;
    constexpr int aroundCharts = 120;
    const auto charts = static_cast<int>(std::ranges::count_if(sides, [this](Side side) { return isShown(side); }));
    m_legend->setOneRow(height() < aroundCharts + charts * lowChart);
}

void ChartPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    reload();
}

/// Nobody looks: a thread that reads the whole capture would only keep others waiting.
void ChartPanel::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_loader->stop();
    m_isLoaded = false;
}

void ChartPanel::reload()
{
    const CaptureDocument* document = m_session.document();
    if (!isVisible())
        return;
    if (!document || !m_selection.connection().isValid()) {
        m_loader->stop();
        return;
    }
    m_isLoaded = true;
    m_loader->load(*document, m_selection.connection());
}

/// The one in which more was sent, as long as the user has not said which.
void ChartPanel::chooseDirection()
{
    const ConnectionSeries* series = m_loader->series();
    if (m_isDirectionChosen || !series)
        return;
    const auto sent = [series](Side side) { return payloadSentBefore(series->of(side), Duration::max()); };
    const int index = sent(Side::B) > sent(Side::A) ? 1 : 0;
    if (index == m_directions->currentIndex())
        return;
    m_directions->setCurrentIndex(index);
    showDirections();
}

void ChartPanel::showSeries()
{
    for (ChartView* view : m_views)
        view->setSeries(m_loader->series());
    chooseDirection();
    showLegend();
    showSelected();
    showDetail();
}

/// A chart of millions of points takes tens of milliseconds: while they are read, most of the time is the user's.
void ChartPanel::grow()
{
    constexpr qint64 rest = 4; // times as long as it took
    showDetail();
    if (!m_loader->progress().isDone && m_sinceGrowth.isValid() && m_sinceGrowth.elapsed() < m_growthTime * (1 + rest))
        return;
    m_sinceGrowth.start();
    chooseDirection();
    bool hasGrown = false;
    for (const Side side : sides)
        hasGrown = (isShown(side) && view(side).grow()) || hasGrown;
    if (hasGrown) {
        showLegend();
        showSelected();
    }
    m_growthTime = m_sinceGrowth.elapsed();
}

void ChartPanel::showDirections()
{
    for (const Side side : sides) {
        view(side).setVisible(isShown(side));
        if (isShown(side))
            view(side).refresh();
        view(side).setAccessibleName(tr("%1, %2").arg(chartName(m_kind), directionName(side)));
    }
    showLegend();
    showSelected();
}

void ChartPanel::showLegend()
{
    SeriesRoles present;
    for (const Side side : sides) {
        if (m_loader->series() && isShown(side))
            present.merge(presentRoles(*m_loader->series(), m_kind, side));
    }
    QList<SeriesRole> roles = rolesOf(m_kind);
    roles.removeIf([&present](SeriesRole role) { return !present.contains(role); });
    m_legend->setRoles(roles, legendNotes());
    limitLegend();
}

std::map<SeriesRole, QString> ChartPanel::legendNotes() const
{
    std::map<SeriesRole, QString> notes;
    for (const Side side : sides) {
        if (!m_loader->series() || !isShown(side))
            continue;
        if (m_loader->series()->of(side).hasUnscaledWindow) {
            notes[SeriesRole::Window] = tr("scale unknown");
            notes[SeriesRole::WindowEdge] = tr("scale unknown");
        }
        if (const Duration averaging = view(side).chart().contents().averaging; averaging > Duration::zero())
            notes[SeriesRole::Throughput] = tr("averaged over %1").arg(formatDuration(averaging));
    }
    return notes;
}

void ChartPanel::showSelected()
{
    const ConnectionSeries* series = m_loader->series();
    std::optional<Duration> moment;
    if (series)
        moment = timeBetween(series->origin, m_selection.moment());
    for (ChartView* view : m_views)
        view->setSelected(m_selection.segment(), moment);
}

void ChartPanel::showDetail()
{
    const CaptureDocument* document = m_session.document();
    if (!document || !m_loader->series()) {
        emit detailChanged({});
        return;
    }
    std::size_t total = 0;
    {
        const CaptureDocument::Reading reading(*document);
        total = document->connection(m_selection.connection()).connection.segments.size();
    }
    const SeriesLoader::Progress progress = m_loader->progress();
    const QString count = tr("%1 segments").arg(formatCount(total));
    if (progress.isDone || total == 0)
        emit detailChanged(count);
    else if (progress.options == 0)
        emit detailChanged(tr("%1, reading: %2 %").arg(count).arg(progress.segments * 100 / total));
    else
        emit detailChanged(tr("%1, reading options: %2 %").arg(count).arg(progress.options * 100 / total));
}

void ChartPanel::showToolTip(const NearestPoint& point, const QPoint& place)
{
    if (const CaptureDocument* document = m_session.document())
        QToolTip::showText(place, chartToolTip(*document, point), this);
}

void ChartPanel::selectMoment(Duration time)
{
    if (const ConnectionSeries* series = m_loader->series())
        m_selection.selectMoment(timeAfter(series->origin, time));
}

std::optional<Picture> ChartPanel::picture() const
{
    const ConnectionSeries* series = m_loader->series();
    const CaptureDocument* document = m_session.document();
    if (!series || !document)
        return {};
    ChartPictureRequest request;
    {
        const CaptureDocument::Reading reading(*document);
        const Connection& connection = document->connection(m_selection.connection()).connection;
        request.title = tr("%1 – connection %2: A %3, B %4")
                            .arg(chartName(m_kind))
                            .arg(m_selection.connection().value + 1)
                            .arg(toText(connection.endpoint(Side::A)), toText(connection.endpoint(Side::B)));
    }
    request.kind = m_kind;
    request.hidden = m_legend->hidden();
    request.notes = legendNotes();
    SeriesRoles present;
    for (const Side side : sides) {
        if (!isShown(side))
            continue;
        present.merge(presentRoles(*series, m_kind, side));
        request.charts.push_back({side, directionName(side), view(side).range(), view(side).cross()});
    }
    request.roles = rolesOf(m_kind);
    request.roles.removeIf([&](SeriesRole role) { return !present.contains(role) || request.hidden.contains(role); });
    return chartPicture(*series, request, m_theme);
}

QString ChartPanel::pictureName() const
{
    constexpr std::array names{"sequence", "round-trip", "in-flight", "throughput"};
    return QStringLiteral("connection-%1-%2")
        .arg(m_selection.connection().value + 1)
        .arg(QLatin1String(names[std::to_underlying(m_kind)]));
}

} // namespace tcpladder
