// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/load.h"
#include "ui/ladder/arrow_painter.h"
#include "ui/ladder/ladder_layout.h"
#include "ui/ladder/ladder_reader.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <algorithm>

using namespace tcpladder;

namespace {

struct Scene
{
    LadderContents contents;
    LadderGeometry geometry;
    LadderLayout layout;
};

class TestLadderLayout : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto loaded = loadCapture(TCPLADDER_SAMPLE);
        QVERIFY(loaded.has_value());
        m_document = std::move(*loaded);
    }

    void rowsAreFoundWhereTheyAreDrawn()
    {
        const LadderGeometry geometry = makeLadderGeometry({.width = 900, .height = 700, .rowCount = 5'000'000});
        for (const std::size_t row : {std::size_t(0), std::size_t(1), std::size_t(4'999'999)}) {
            QCOMPARE(rowAt(geometry, {0, tailY(geometry, row)}, 5'000'000), row);
            QVERIFY(headY(geometry, row) < rowTop(geometry, row + 1));
        }
        QCOMPARE(rowAt(geometry, {0, -1000}, 5'000'000), std::size_t(0));
        QCOMPARE(rowAt(geometry, {0, 1e12}, 5'000'000), std::size_t(4'999'999));
    }

    void onlyTheRowsThatAreSeenAreAskedFor()
    {
        const LadderGeometry geometry = makeLadderGeometry({.width = 900, .height = 700, .rowCount = 5'000'000});
        const RowRange rows
            = visibleRows(geometry, {.scrolled = 2'000'000 * geometry.rowHeight, .height = 700}, 5'000'000);
        QVERIFY(rows.first > 1'999'000 && rows.end < 2'001'000);
        QVERIFY(rows.end - rows.first < 20);
    }

    void nothingOverlaps_data()
    {
        QTest::addColumn<qreal>("width");
        QTest::addColumn<qreal>("zoom");
        QTest::addColumn<bool>("absolute");
        QTest::addColumn<bool>("isFull");
        for (const qreal width : {760.0, 820.0, 1100.0, 1600.0}) {
            for (const qreal zoom : {0.6, 1.0, 2.0}) {
                const auto name = QStringLiteral("%1 px at %2").arg(width).arg(zoom).toUtf8();
                QTest::newRow((name + " relative").constData()) << width << zoom << false << false;
                QTest::newRow((name + " absolute").constData()) << width << zoom << true << false;
                QTest::newRow((name + " all fields").constData()) << width << zoom << true << true;
            }
        }
    }

    void nothingOverlaps()
    {
        QFETCH(qreal, width);
        QFETCH(qreal, zoom);
        QFETCH(bool, absolute);
        QFETCH(bool, isFull);
        for (std::size_t i = 0; i < m_document->connectionCount(); ++i) {
            const auto style = absolute ? SequenceStyle::Absolute : SequenceStyle::Relative;
            const LadderLook look{.sequenceStyle = style, .fields = isFull ? allLabelFields() : usualLabelFields};
            const Scene scene = makeScene({.connection = ConnectionId(i), .look = look}, width, zoom);
            checkTextsAreApart(scene.layout);
            checkTextsKeepOffArrows(scene.layout);
            checkTextsAreInside(scene);
        }
    }

    void nothingOverlapsWhereRowsStandByTime()
    {
        for (const RowSpacing spacing : {RowSpacing::FoldedTime, RowSpacing::LinearTime}) {
            for (std::size_t i = 0; i < m_document->connectionCount(); ++i) {
                LadderRequest request{.connection = ConnectionId(i), .look = {.spacing = spacing}};
                if (spacing == RowSpacing::LinearTime)
                    request.look.timeZoom = 0.001; // the sample lasts 100,000 round trips
                const Scene scene = makeScene(request, 900, 1);
                QVERIFY(!scene.layout.arrows.empty());
                checkTextsAreApart(scene.layout);
                checkTextsAreInside(scene);
            }
        }
    }

    void silencesAreFoldedOnALadderOfTime()
    {
        const Scene scene
            = makeScene({.connection = ConnectionId(0), .look = {.spacing = RowSpacing::FoldedTime}}, 900, 1);
        const auto isQuiet = [](const LadderText& text) { return text.text.startsWith("quiet for 450 ms"); };
        QVERIFY(std::ranges::count_if(scene.layout.texts, isQuiet) > 0);
    }

    void theReceiverChangesWhereTheArrowArrivesAndTheSenderWhereItLeaves()
    {
        const Scene scene = makeScene(ConnectionId(0), 900, 1, SequenceStyle::Relative);
        const auto& a = scene.contents.lanes[0].changes;
        const auto& b = scene.contents.lanes[1].changes;
        QCOMPARE(a[1].state, TcpState::SynSent);
        QCOMPARE(a[1].position, (LadderPosition{0, RowPlace::Tail}));
        QCOMPARE(a[2].state, TcpState::Established);
        QCOMPARE(a[2].position, (LadderPosition{1, RowPlace::Head}));
        QCOMPARE(b[1].state, TcpState::SynReceived);
        QCOMPARE(b[1].position, (LadderPosition{0, RowPlace::Head}));
    }

    void timeWaitSaysHowLongItLastsAndWhatIsLeft()
    {
        const LadderContents before = readFrame(ConnectionId(1), unknownTime);
        const auto& changes = before.lanes[0].changes;
        const auto waiting = std::ranges::find(changes, TcpState::TimeWait, &LadderStateChange::state);
        QVERIFY(waiting != changes.end());
        QVERIFY(waiting->lines.front().contains("2MSL = 60 s (Linux)"));
        QVERIFY(waiting->countdown.isEmpty());
        QCOMPARE(before.trailing.size(), std::size_t(2));
        QCOMPARE(before.trailing[0].text, "quiet for 60 s (not to scale)");
        QCOMPARE(before.trailing[1].kind, LadderTrailingRow::Kind::Event);
        QCOMPARE(before.stretches.size(), std::size_t(1));

        const Timestamp end = before.stretches[0].end;
        const LadderContents during = readFrame(ConnectionId(1), end - std::chrono::seconds(41));
        const auto& later = during.lanes[0].changes;
        QCOMPARE(std::ranges::find(later, TcpState::TimeWait, &LadderStateChange::state)->countdown, "41 s left");
    }

    void aMomentInTheStretchComesBackFromItsPlace()
    {
        const LadderContents contents = readFrame(ConnectionId(1), unknownTime);
        const LadderGeometry geometry
            = makeLadderGeometry({.width = 900, .height = 700, .rowCount = contents.rowCount()});
        const LadderTimedStretch& stretch = contents.stretches.at(0);
        const Timestamp moment = stretch.start + (stretch.end - stretch.start) / 3;
        const Duration off = timeAt(geometry, stretch, yAt(geometry, stretch, moment)) - moment;
        QVERIFY(std::chrono::abs(off) < std::chrono::milliseconds(1));
    }

    void theNameOfTheStateStaysInSightWhenItsChangeIsScrolledAway()
    {
        LadderContents contents = readFrame(ConnectionId(0), unknownTime);
        const LadderGeometry geometry
            = makeLadderGeometry({.width = 900, .height = 400, .rowCount = contents.rowCount()});
        const LadderWindow window{.scrolled = 8 * geometry.rowHeight, .height = 400};
        const LadderLayout layout = layOutLadder(contents, geometry, window, m_theme);
        const auto names = std::ranges::count(layout.texts, "ESTABLISHED", &LadderText::text);
        QCOMPARE(names, 2);
    }

    void chosenFieldsAreWrittenWholeWhereThereIsRoom()
    {
        const LadderLook look{.fields = allLabelFields()};
        const Scene scene = makeScene({.connection = ConnectionId(0), .look = look}, 1900, 1);
        const auto isWritten = [&](const QString& text) {
            return std::ranges::any_of(
                scene.layout.texts, [&](const LadderText& written) { return written.text.contains(text); });
        };
        for (const char* text : {"seq 0 ack 1", "win ", " × ", "TSval ", "MSS ", "len "})
            QVERIFY2(isWritten(QString::fromUtf8(text)), text);
        QVERIFY(!isWritten(QStringLiteral("…")));
    }

    void fieldsThatAreNotChosenAreNotWrittenAndGiveTheirRoom()
    {
        const LadderLook look{.fields = LabelFields{LabelField::Acknowledgment}};
        const Scene bare = makeScene({.connection = ConnectionId(0), .look = look}, 800, 1);
        for (const LadderText& text : bare.layout.texts)
            QVERIFY2(!text.text.contains(QLatin1String("seq ")) && !text.text.contains(u'+'), qPrintable(text.text));
        const Scene usual = makeScene({.connection = ConnectionId(0)}, 800, 1);
        QVERIFY(
            bare.geometry.laneBLeft - bare.geometry.laneALeft > usual.geometry.laneBLeft - usual.geometry.laneALeft);
    }

    void whatBecameOfASegmentIsSeenWithoutColour()
    {
        std::vector<QImage> pictures;
        for (int fate = 0; fate < static_cast<int>(SegmentFate::Count); ++fate) {
            QImage image(120, 24, QImage::Format_Grayscale8);
            image.fill(m_theme.color(ColorRole::Panel));
            QPainter painter(&image);
            painter.setRenderHint(QPainter::Antialiasing);
            paintLadderArrow(
                painter, m_theme, {QLineF(4, 10, 116, 14), SegmentKind::Data, static_cast<SegmentFate>(fate)}, 1);
            pictures.push_back(image);
        }
        for (std::size_t i = 0; i < pictures.size(); ++i) {
            for (std::size_t j = i + 1; j < pictures.size(); ++j)
                QVERIFY2(differingPixels(pictures[i], pictures[j]) > 30,
                    qPrintable(QStringLiteral("%1 and %2").arg(i).arg(j)));
        }
    }

    void aConnectionThatIsNotThereIsEmpty()
    {
        QCOMPARE(readFrame(ConnectionId(), unknownTime).rowCount(), std::size_t(0));
        QCOMPARE(readFrame(ConnectionId(99), unknownTime).rowCount(), std::size_t(0));
    }

private:
    LadderContents readFrame(ConnectionId connection, Timestamp moment)
    {
        LadderReader reader;
        return reader.readFrame(*m_document, {.connection = connection, .moment = moment});
    }

    static LabelFields allLabelFields() { return LabelFields::fromBits(~0U); }

    static int differingPixels(const QImage& a, const QImage& b)
    {
        int count = 0;
        for (int y = 0; y < a.height(); ++y) {
            for (int x = 0; x < a.width(); ++x)
                count += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 40 ? 1 : 0;
        }
        return count;
    }

    Scene makeScene(ConnectionId connection, qreal width, qreal zoom, SequenceStyle style)
    {
        return makeScene({.connection = connection, .look = {.sequenceStyle = style}}, width, zoom);
    }

    Scene makeScene(const LadderRequest& request, qreal width, qreal zoom)
    {
        LadderReader reader;
        Scene scene;
        scene.contents = reader.readFrame(*m_document, request);
        const qreal height = 3000 * zoom;
        scene.geometry = makeLadderGeometry({.width = width,
            .height = height,
            .zoom = zoom,
            .rowCount = scene.contents.rowCount(),
            .segmentCount = scene.contents.segmentCount,
            .scale = scene.contents.scale,
            .hasTimes = request.look.fields.hasTimes()});
        const LadderWindow window{.scrolled = 0, .height = height};
        reader.readRows(*m_document, request, drawnSegments(scene.geometry, window, scene.contents), scene.contents);
        scene.layout = layOutLadder(scene.contents, scene.geometry, window, m_theme);
        return scene;
    }

    static std::vector<std::pair<QRectF, QString>> everythingWritten(const LadderLayout& layout)
    {
        std::vector<std::pair<QRectF, QString>> written;
        for (const LadderText& text : layout.texts)
            written.emplace_back(text.rect, text.text);
        for (const LadderText& text : layout.headerTexts)
            written.emplace_back(text.rect, text.text);
        for (const LadderChip& chip : layout.chips)
            written.emplace_back(chip.rect, chip.text);
        for (const LadderMark& mark : layout.marks)
            written.emplace_back(mark.rect, QStringLiteral("mark"));
        return written;
    }

    static void checkTextsAreApart(const LadderLayout& layout)
    {
        const auto written = everythingWritten(layout);
        constexpr qreal leading = 2; // a line's height has that much air above and below its letters
        for (std::size_t i = 0; i < written.size(); ++i) {
            for (std::size_t j = i + 1; j < written.size(); ++j) {
                const QRectF a = written[i].first.adjusted(0, leading, 0, -leading);
                const QRectF b = written[j].first.adjusted(0, leading, 0, -leading);
                QVERIFY2(
                    !a.intersects(b), qPrintable(written[i].second + QStringLiteral(" over ") + written[j].second));
            }
        }
    }

    static void checkTextsKeepOffArrows(const LadderLayout& layout)
    {
        for (const auto& [rect, text] : everythingWritten(layout)) {
            for (const LadderArrow& arrow : layout.arrows) {
                const QLineF line = arrow.line;
                const auto crosses = [&](QPointF from, QPointF to) {
                    return line.intersects(QLineF(from, to)) == QLineF::BoundedIntersection;
                };
                const bool isHit
                    = crosses(rect.topLeft(), rect.bottomRight()) || crosses(rect.bottomLeft(), rect.topRight());
                QVERIFY2(!isHit, qPrintable(text));
            }
        }
    }

    static void checkTextsAreInside(const Scene& scene)
    {
        for (const auto& [rect, text] : everythingWritten(scene.layout))
            QVERIFY2(rect.left() >= 0 && rect.right() <= scene.geometry.width, qPrintable(text));
    }

    Theme m_theme;
    std::unique_ptr<CaptureDocument> m_document;
};

} // namespace

QTEST_MAIN(TestLadderLayout)
#include "tst_ladder_layout.moc"
