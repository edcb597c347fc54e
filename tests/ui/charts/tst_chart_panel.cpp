// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_panel.h"
#include "ui/session/capture_session.h"
#include "ui/session/navigator.h"
#include "ui/session/selection.h"

#include <QBuffer>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>
#include <QWindow>

#include <set>

using namespace tcpladder;

class TestChartPanel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void theDirectionThatSentMoreIsShownFirst();
    void aClickOnABarSelectsItsSegment();
    void theSelectedSegmentIsMarkedInEveryChart();
    void theWheelZoomsAtTheCursor();
    void shiftWithTheWheelKeepsTheValues();
    void draggingMovesTheRange();
    void aDoubleClickShowsEverythingAgain();
    void keysZoomPanAndFit();
    void bothDirectionsShareTheirTime();
    void theLegendHidesASeries();
    void everyLegendEntryCanBeClicked_data();
    void everyLegendEntryCanBeClicked();
    void theGridFillsThePlotWhateverTheSize();
    void whatIsDrawnFillsItsChart_data();
    void whatIsDrawnFillsItsChart();
    void everyKindCanBeExported();
    void aChartGrowsWithItsOwnPointsOnly();

private:
    void wheel(ChartView& view, QPointF place, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    ChartView& shownView()
    {
        return m_panel->view(Side::B).isVisible() ? m_panel->view(Side::B) : m_panel->view(Side::A);
    }

    Theme m_theme;
    CaptureSession m_session;
    Selection m_selection;
    std::unique_ptr<ChartPanel> m_panel;
};

namespace {

/// But for what rounding does.
bool isNear(const ChartRange& one, const ChartRange& other)
{
    const auto near = [](const ValueRange& a, const ValueRange& b) {
        return std::abs(a.from - b.from) < 1e-9 * b.length() && std::abs(a.to - b.to) < 1e-9 * b.length();
    };
    return near(one.time, other.time) && near(one.value, other.value);
}

} // namespace

void TestChartPanel::initTestCase()
{
    m_session.open(QStringLiteral(TCPLADDER_SAMPLE));
    QTRY_COMPARE(m_session.state(), CaptureSession::State::Complete);
}

void TestChartPanel::init()
{
    m_selection.clear();
    selectSegmentAt(m_selection, *m_session.document(), ConnectionId(0), 0);
    m_panel = std::make_unique<ChartPanel>(m_session, m_selection, m_theme);
    m_panel->resize(800, 400);
    const QSignalSpy told(m_panel.get(), &ChartPanel::detailChanged);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    QTRY_COMPARE(told.value(told.size() - 1).value(0).toString(), "19 segments"); // and not "reading"
    QVERIFY(!shownView().chart().contents().marks.empty());
}

void TestChartPanel::wheel(ChartView& view, QPointF place, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(
        place, view.viewport()->mapToGlobal(place), {}, {0, 120}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(view.viewport(), &event);
}

void TestChartPanel::theDirectionThatSentMoreIsShownFirst()
{
    QVERIFY(m_panel->view(Side::A).isVisible() != m_panel->view(Side::B).isVisible());
    const Connection& connection = m_session.document()->connection(ConnectionId(0)).connection;
    const bool isA = connection.counts[0].payloadBytes >= connection.counts[1].payloadBytes;
    QCOMPARE(m_panel->view(Side::A).isVisible(), isA);
}

void TestChartPanel::aClickOnABarSelectsItsSegment()
{
    ChartView& view = shownView();
    const ChartMark mark = view.chart().contents().marks.front();
    const QPointF place = view.chart().toScene({mark.time, (mark.from + mark.to) / 2});
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, place.toPoint());
    QVERIFY(m_selection.segment().isValid());
    const auto& record = m_session.document()->segment(m_selection.segment());
    QCOMPARE(record.connection, ConnectionId(0));
    const auto since = timeBetween(m_session.document()->segment(SegmentId(0)).time, record.time);
    QVERIFY(std::abs(view.chart().toScene({toSeconds(*since), 0}).x() - place.x()) <= 12);
}

void TestChartPanel::theSelectedSegmentIsMarkedInEveryChart()
{
    m_panel->setDirection({});
    selectSegmentAt(m_selection, *m_session.document(), ConnectionId(0), 4);
    for (const Side side : {Side::A, Side::B})
        QVERIFY(m_panel->view(side).cross().time.has_value());
    QCOMPARE(m_panel->view(Side::A).cross().time, m_panel->view(Side::B).cross().time);
}

void TestChartPanel::theWheelZoomsAtTheCursor()
{
    ChartView& view = shownView();
    const QPointF place = view.chart().plotArea().center() + QPointF(60, 20);
    const QPointF before = view.chart().fromScene(place);
    const double length = view.range().time.length();
    wheel(view, place);
    QVERIFY(view.range().time.length() < length);
    QVERIFY(std::abs(view.chart().fromScene(place).x() - before.x()) < 1e-6);
}

void TestChartPanel::shiftWithTheWheelKeepsTheValues()
{
    ChartView& view = shownView();
    const ValueRange values = view.range().value;
    wheel(view, view.chart().plotArea().center(), Qt::ShiftModifier);
    QCOMPARE(view.range().value, values);
}

void TestChartPanel::draggingMovesTheRange()
{
    ChartView& view = shownView();
    const QPoint middle = view.chart().plotArea().center().toPoint();
    wheel(view, middle);
    wheel(view, middle);
    const ChartRange before = view.range();
    QTest::mousePress(view.viewport(), Qt::LeftButton, {}, middle);
    QTest::mouseMove(view.viewport(), middle - QPoint(30, 0));
    QTest::mouseMove(view.viewport(), middle - QPoint(40, 0));
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, middle - QPoint(40, 0));
    QVERIFY(view.range().time.from > before.time.from);
    QVERIFY(std::abs(view.range().time.length() - before.time.length()) < 1e-9);
}

void TestChartPanel::aDoubleClickShowsEverythingAgain()
{
    ChartView& view = shownView();
    const ChartRange whole = view.range();
    const QPoint middle = view.chart().plotArea().center().toPoint();
    wheel(view, middle);
    QVERIFY(view.range() != whole);
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, middle);
    QVERIFY(isNear(view.range(), whole));
}

void TestChartPanel::keysZoomPanAndFit()
{
    ChartView& view = shownView();
    view.setFocus();
    const ChartRange whole = view.range();
    QTest::keyClick(&view, Qt::Key_Plus);
    QVERIFY(view.range().time.length() < whole.time.length());
    const double from = view.range().time.from;
    QTest::keyClick(&view, Qt::Key_Right);
    QVERIFY(view.range().time.from > from);
    QTest::keyClick(&view, Qt::Key_0);
    QVERIFY(isNear(view.range(), whole));
}

void TestChartPanel::bothDirectionsShareTheirTime()
{
    m_panel->setDirection({});
    ChartView& a = m_panel->view(Side::A);
    QVERIFY(a.isVisible() && m_panel->view(Side::B).isVisible());
    wheel(a, a.chart().plotArea().center());
    QCOMPARE(m_panel->view(Side::B).range().time, a.range().time);
}

void TestChartPanel::theLegendHidesASeries()
{
    ChartView& view = shownView();
    const auto lines = view.chart().contents().lines.size();
    for (QToolButton* button : m_panel->legend().findChildren<QToolButton*>()) {
        if (button->text() == "ACK")
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(view.chart().contents().lines.size(), lines - 1);
}

void TestChartPanel::everyLegendEntryCanBeClicked_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("hasMenu");
    QTest::newRow("large") << QSize(800, 400) << false;
    QTest::newRow("narrow") << QSize(260, 420) << false;
    QTest::newRow("low") << QSize(600, 300) << false;
    QTest::newRow("low and narrow") << QSize(220, 300) << true;
}

/// With the mouse, where it is seen, or in the menu of what had no room.
void TestChartPanel::everyLegendEntryCanBeClicked()
{
    QFETCH(QSize, size);
    QFETCH(bool, hasMenu);
    m_panel->setDirection({}); // more roles than one direction has
    m_panel->resize(size);
    QCoreApplication::processEvents();
    ChartLegend& legend = m_panel->legend();
    std::set<QString> clicked;
    for (QToolButton* button : legend.findChildren<QToolButton*>(QStringLiteral("legendEntry"))) {
        if (!button->isVisible())
            continue;
        QVERIFY2(legend.rect().contains(button->geometry()), qPrintable(button->text()));
        QCOMPARE(button->size(), button->sizeHint());
        const auto hidden = legend.hidden().size();
        QTest::mouseClick(button->window()->windowHandle(), Qt::LeftButton, {},
            button->mapTo(button->window(), button->rect().center()));
        QCOMPARE(legend.hidden().size(), hidden + 1);
        clicked.insert(button->text());
    }
    auto* more = legend.findChild<QToolButton*>(QStringLiteral("moreEntries"));
    QCOMPARE(more->isVisible(), hasMenu);
    if (hasMenu) {
        QVERIFY(legend.rect().contains(more->geometry()));
        emit more->menu()->aboutToShow();
        QCOMPARE(more->text(), QString("%1 more").arg(more->menu()->actions().size()));
        for (QAction* action : more->menu()->actions()) {
            QVERIFY(action->isChecked());
            action->trigger();
            clicked.insert(action->text());
        }
    }
    QCOMPARE(clicked.size(), legend.hidden().size());
    QCOMPARE(clicked.size(), std::size_t{4}); // as many as the sample has
}

void TestChartPanel::theGridFillsThePlotWhateverTheSize()
{
    for (const QSize size : {QSize(220, 300), QSize(500, 300), QSize(500, 200)}) {
        m_panel->resize(size);
        QCoreApplication::processEvents();
        const ChartScene& chart = shownView().chart();
        const QList<QLineF> lines = chart.gridLines();
        QVERIFY(lines.size() >= 4); // two each way
        for (const QLineF& line : lines) {
            const bool isAcross = line.dy() == 0;
            QCOMPARE(isAcross ? line.length() : chart.plotArea().width(), chart.plotArea().width());
            QCOMPARE(isAcross ? chart.plotArea().height() : line.length(), chart.plotArea().height());
        }
    }
}

void TestChartPanel::whatIsDrawnFillsItsChart_data()
{
    QTest::addColumn<ChartKind>("kind");
    for (int i = 0; i < static_cast<int>(ChartKind::Count); ++i)
        QTest::addRow("%s", qPrintable(chartName(static_cast<ChartKind>(i)))) << static_cast<ChartKind>(i);
}

void TestChartPanel::whatIsDrawnFillsItsChart()
{
    QFETCH(ChartKind, kind);
    m_panel->setKind(kind);
    const ChartScene& chart = shownView().chart();
    double highest = 0;
    for (const ChartMark& mark : chart.contents().marks)
        highest = std::max(highest, mark.to);
    for (const ChartLine& line : chart.contents().lines) {
        for (const QPointF& point : line.points)
            highest = std::max(highest, point.y());
    }
    const double end = chart.range().value.to;
    QVERIFY2(highest > 0 && end < 10 * highest, qPrintable(QString("%1 of %2").arg(highest).arg(end)));
}

void TestChartPanel::everyKindCanBeExported()
{
    for (const ChartKind kind :
        {ChartKind::Sequence, ChartKind::RoundTrip, ChartKind::InFlight, ChartKind::Throughput}) {
        m_panel->setKind(kind);
        const auto picture = m_panel->picture();
        QVERIFY(picture.has_value());
        for (const PictureFormat format : {PictureFormat::Svg, PictureFormat::Pdf, PictureFormat::Png}) {
            QBuffer buffer;
            buffer.open(QIODevice::WriteOnly);
            QVERIFY(writePicture(buffer, format, *picture).has_value());
            QVERIFY(buffer.size() > 1000);
        }
    }
}

void TestChartPanel::aChartGrowsWithItsOwnPointsOnly()
{
    ConnectionSeries series;
    series.origin = Timestamp{};
    series.duration = std::chrono::seconds(1);
    DirectionSeries& direction = series.of(Side::A);
    direction.sentAs(SentKind::Data).append({.from = 1, .payloadLength = 100, .segment = SegmentId(0)});
    ChartView view(Side::A, m_theme);
    view.resize(400, 300);
    view.setSeries(&series);
    QCOMPARE(view.chart().contents().marks.size(), std::size_t{1});

    direction.timestampRoundTrips.append({.roundTrip = std::chrono::milliseconds(3), .segment = SegmentId(1)});
    QVERIFY(!view.grow());
    direction.sentAs(SentKind::Data)
        .append({.time = std::chrono::milliseconds(900), .from = 101, .payloadLength = 100, .segment = SegmentId(2)});
    QVERIFY(view.grow());
    QCOMPARE(view.chart().contents().marks.size(), std::size_t{2});
    QVERIFY(!view.grow());
    view.setKind(ChartKind::RoundTrip);
    QCOMPARE(view.chart().contents().marks.size(), std::size_t{1});
    series.duration = std::chrono::seconds(2);
    QVERIFY(view.grow());
}

QTEST_MAIN(TestChartPanel)
#include "tst_chart_panel.moc"
