// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overview_layout.h"

#include <QFontMetricsF>
#include <QTest>

#include <algorithm>

using namespace tcpladder;

class TestOverviewLayout : public QObject
{
    Q_OBJECT

private slots:
    void lifelinesShareTheWidth()
    {
        const OverviewGeometry few = geometry(3, 10);
        QCOMPARE(few.width, 900.0);
        QVERIFY(few.laneX(0) > few.timeRight);
        QVERIFY(few.laneX(2) < few.width);
        const OverviewGeometry many = geometry(40, 10);
        QVERIFY(many.width > 900); // scrolls rather than pressing labels together
    }

    void onlySeenRowsAreLaidOut()
    {
        const OverviewGeometry where = geometry(2, 1'000'000);
        const auto rows = seenRows(where, {.left = 0, .top = where.rowHeight * 500'000, .width = 900, .height = 600});
        QVERIFY(rows.size() < 30);
        QCOMPARE(rows.front(), std::size_t(500'000));
        QCOMPARE(where.rowAt(where.rowHeight * 500'000 + 1), std::size_t(500'000));
    }

    void anArrowLeadsFromOneLifelineToTheOther()
    {
        const OverviewGeometry where = geometry(3, 2);
        const OverviewLayout layout = layOut(where, {item(0, 0, 2), item(1, 2, 1)});
        QCOMPARE(layout.arrows.size(), std::size_t(2));
        QVERIFY(layout.arrows[0].points.first().x() < layout.arrows[0].points.last().x());
        QVERIFY(std::abs(layout.arrows[0].points.last().x() - where.laneX(2)) < 10);
        QVERIFY(layout.arrows[1].points.first().x() > layout.arrows[1].points.last().x());
        QVERIFY(layout.arrows[1].points.first().y() > layout.arrows[0].points.first().y());
    }

    void aResetStandsOut()
    {
        const OverviewGeometry where = geometry(3, 2);
        OverviewItem reset = item(1, 1, 0);
        reset.isReset = true;
        reset.flags = "RST,ACK";
        const OverviewLayout layout = layOut(where, {item(0, 0, 1), reset});
        QVERIFY(!layout.arrows.at(0).isReset && layout.arrows.at(1).isReset);
        const auto red = std::ranges::find(layout.texts, ColorRole::ErrorMark, &OverviewText::color);
        QVERIFY(red != layout.texts.end());
        QCOMPARE(red->text, "RST,ACK");
    }

    void whatAHostSendsToItselfIsALoop()
    {
        const OverviewGeometry where = geometry(1, 1);
        const OverviewLayout layout = layOut(where, {item(0, 0, 0)});
        QCOMPARE(layout.arrows.at(0).points.size(), 4);
        QCOMPARE(layout.arrows.at(0).points.first().x(), layout.arrows.at(0).points.last().x());
        for (const OverviewText& text : layout.texts)
            QVERIFY(text.rect.right() <= 900);
    }

    void labelsStayBetweenTheirLifelines()
    {
        const OverviewGeometry where = geometry(5, 1);
        OverviewItem wordy = item(0, 0, 1);
        wordy.parts = {QString(200, u'x'), "1000 → 80"};
        const OverviewLayout layout = layOut(where, {wordy});
        for (const OverviewText& text : layout.texts) {
            const qreal width = QFontMetricsF(m_theme.font(text.font)).horizontalAdvance(text.text);
            QVERIFY(text.rect.left() + width <= where.laneX(1));
        }
    }

    void aLongAddressIsElidedInItsHead()
    {
        OverviewContents contents;
        contents.heads.resize(6, {"2001:db8:1234:5678:9abc:def0:1234:5678", "1 connection"});
        const OverviewGeometry where = geometry(6, 1);
        const OverviewLayout layout
            = layOutOverview(contents, where, {.left = 0, .top = 0, .width = 900, .height = 600}, m_theme);
        QVERIFY(layout.heads.size() >= 4);
        for (const OverviewHeadBox& head : layout.heads) {
            const qreal width = QFontMetricsF(m_theme.font(FontRole::Endpoint)).horizontalAdvance(head.address.text);
            QVERIFY(width <= head.rect.width());
        }
    }

    void rowsByTimeStandAsFarApartAsTheirTimes()
    {
        auto scale = std::make_shared<TimeScale>(
            TimeScale::Measures{.spacing = RowSpacing::LinearTime, .pixelsPerSecond = 100});
        for (const int second : {0, 1, 3})
            scale->add(Timestamp(std::chrono::seconds(second)), Side::A);
        const OverviewGeometry where = makeOverviewGeometry({.width = 900, .columns = 2, .rows = 3, .scale = scale});
        QCOMPARE(where.arrowY(1) - where.arrowY(0), 100.0);
        QCOMPARE(where.arrowY(2) - where.arrowY(1), 200.0);
        QCOMPARE(where.rowAt(where.arrowY(2) - 3), std::size_t(2));
    }

private:
    static OverviewGeometry geometry(std::size_t columns, std::size_t rows)
    {
        return makeOverviewGeometry({.width = 900, .columns = columns, .rows = rows, .largestNumber = rows});
    }

    static OverviewItem item(std::size_t row, std::size_t from, std::size_t to)
    {
        OverviewItem made;
        made.row = row;
        made.from = from;
        made.to = to;
        made.flags = "SYN";
        made.parts = {"1000 → 80"};
        return made;
    }

    OverviewLayout layOut(const OverviewGeometry& where, std::vector<OverviewItem> items) const
    {
        OverviewContents contents;
        contents.items = std::move(items);
        return layOutOverview(contents, where, {.left = 0, .top = 0, .width = 900, .height = 600}, m_theme);
    }

    Theme m_theme;
};

QTEST_MAIN(TestOverviewLayout)
#include "tst_overview_layout.moc"
