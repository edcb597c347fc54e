// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/load.h"
#include "ui/ladder/ladder_export.h"
#include "ui/support/theme.h"

#include <QBuffer>
#include <QMimeData>
#include <QPainter>
#include <QSvgRenderer>
#include <QTest>

using namespace tcpladder;

class TestLadderExport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto loaded = loadCapture(TCPLADDER_SAMPLE);
        QVERIFY(loaded.has_value());
        m_document = std::move(*loaded);
    }

    void theSvgHoldsEveryRowAsText()
    {
        const QByteArray svg = writeSvg(ConnectionId(1));
        QVERIFY(QSvgRenderer(svg).isValid());
        for (const char* text :
            {"TIME_WAIT", "FIN_WAIT_1", "CLOSE_WAIT", "192.168.1.10:6378", "2MSL = 60 s (Linux)", "SYN"})
            QVERIFY2(svg.contains(text), text);
        QVERIFY2(!svg.contains("<image"), "a picture of pixels can't be scaled");
    }

    void theHatchOfTimeWaitIsInTheSvg()
    {
        const QByteArray svg = writeSvg(ConnectionId(1));
        QImage picture(QSvgRenderer(svg).defaultSize(), QImage::Format_RGB32);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        QSvgRenderer(svg).render(&painter);
        painter.end();
        const QRgb fill = m_theme.state(TcpState::TimeWait).fill.rgb();
        int filled = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x)
                filled += picture.pixel(x, y) == fill ? 1 : 0;
        }
        QVERIFY2(filled > 200, qPrintable(QString::number(filled)));
    }

    void pixelsAreAsLargeAsAskedFor()
    {
        const QImage image = QImage::fromData(write(LadderFormat::Png, ConnectionId(0), {.width = 1200, .scale = 2}));
        QCOMPARE(image.width(), 2400);
        QVERIFY(image.height() > 2 * 19 * 50);
    }

    void aConnectionThatIsNotThereGivesASentence()
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        for (const auto format : {LadderFormat::Svg, LadderFormat::Pdf, LadderFormat::Png, LadderFormat::Mermaid}) {
            const auto written = writeLadder(buffer, format, *m_document, ConnectionId(99), m_theme);
            QVERIFY(!written);
            QVERIFY(!written.error().isEmpty());
        }
    }

    void aRangeShowsItsSegmentsAndTheStatesThatHoldThere()
    {
        const QByteArray svg
            = write(LadderFormat::Svg, ConnectionId(1), {.look = {}, .range = {.first = 8, .end = 10}});
        const qreal height = QSvgRenderer(svg).viewBoxF().height();
        QVERIFY(height < QSvgRenderer(writeSvg(ConnectionId(1))).viewBoxF().height() - 100);
        QVERIFY(svg.contains("FIN_WAIT_1"));
        QVERIFY2(!svg.contains("2MSL timer"), "that row is behind the range");
    }

    void aPdfHasPagesThatHoldTogetherWhatTheSheetHolds()
    {
        LadderSheet sheet(*m_document, {.connection = ConnectionId(0)}, {}, 800);
        const auto strips = sheet.cut(500);
        QVERIFY(strips.size() > 2);
        QCOMPARE(strips.front().top, sheet.whole().top);
        QCOMPARE(strips.back().bottom, sheet.whole().bottom);
        QCOMPARE(strips.back().endRow, sheet.rowCount());
        std::size_t arrows = 0;
        for (std::size_t i = 0; i < strips.size(); ++i) {
            QVERIFY(strips[i].height() <= 500);
            QVERIFY(i == 0 || strips[i].top == strips[i - 1].bottom);
            QVERIFY(i == 0 || strips[i].firstRow == strips[i - 1].endRow);
            const LadderLayout layout = sheet.layOut(strips[i], m_theme);
            QVERIFY(layout.arrows.size() <= strips[i].endRow - strips[i].firstRow);
            arrows += layout.arrows.size();
            QVERIFY(!layout.headerTexts.empty());
        }
        QCOMPARE(arrows, m_document->connection(ConnectionId(0)).connection.segments.size());
        const QByteArray pdf = write(LadderFormat::Pdf, ConnectionId(0), {});
        QVERIFY(pdf.count("/Type /Page\n") > 1);
    }

    void aPageIsNotCutThroughATextWhereRowsStandByTime()
    {
        LadderRequest request{.connection = ConnectionId(0)};
        request.look.spacing = RowSpacing::FoldedTime;
        LadderSheet sheet(*m_document, request, {}, 800);
        const auto strips = sheet.cut(600);
        QVERIFY(strips.size() > 1);
        const LadderSheet::Strip whole = sheet.whole();
        const LadderLayout all = sheet.layOut(whole, m_theme);
        for (std::size_t i = 0; i + 1 < strips.size(); ++i) {
            const qreal y = strips[i].bottom - whole.top + sheet.headerHeight();
            for (const LadderChip& chip : all.chips)
                QVERIFY(chip.rect.bottom() <= y + 1 || chip.rect.top() >= y - 1);
        }
    }

    void writingCanBeGivenUp()
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        LadderExportOptions options;
        options.progress = [](std::size_t done, std::size_t) { return done < 1; };
        const auto written = writeLadder(buffer, LadderFormat::Pdf, *m_document, ConnectionId(0), m_theme, options);
        QVERIFY(!written);
        QVERIFY(written.error().isEmpty());
    }

    void theClipboardGetsPictureAndText()
    {
        const auto mime = copyLadder(*m_document, ConnectionId(1), m_theme);
        QVERIFY(mime->hasImage());
        QVERIFY(mime->hasFormat(QStringLiteral("image/svg+xml")));
        QVERIFY(mime->text().contains(QStringLiteral("TIME_WAIT")));
        QVERIFY(!copyLadder(*m_document, ConnectionId(99), m_theme));
    }

private:
    QByteArray writeSvg(ConnectionId connection) const { return write(LadderFormat::Svg, connection, {}); }

    QByteArray write(LadderFormat format, ConnectionId connection, const LadderExportOptions& options) const
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        return writeLadder(buffer, format, *m_document, connection, m_theme, options) ? buffer.data() : QByteArray();
    }

    Theme m_theme;
    std::unique_ptr<CaptureDocument> m_document;
};

QTEST_MAIN(TestLadderExport)
#include "tst_ladder_export.moc"
