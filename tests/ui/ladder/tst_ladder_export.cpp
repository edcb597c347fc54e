// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/load.h"
#include "ui/ladder/ladder_export.h"
#include "ui/support/theme.h"

#include <QBuffer>
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
        const QImage image = renderLadder(*m_document, ConnectionId(0), m_theme, {.width = 1200});
        QCOMPARE(image.width(), 1200);
        QVERIFY(image.height() > 19 * 50);
    }

    void aConnectionThatIsNotThereGivesNothing()
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QVERIFY(!writeLadderSvg(buffer, *m_document, ConnectionId(99), m_theme));
        QVERIFY(renderLadder(*m_document, ConnectionId(99), m_theme).isNull());
    }

private:
    QByteArray writeSvg(ConnectionId connection) const
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        return writeLadderSvg(buffer, *m_document, connection, m_theme) ? buffer.data() : QByteArray();
    }

    Theme m_theme;
    std::unique_ptr<CaptureDocument> m_document;
};

QTEST_MAIN(TestLadderExport)
#include "tst_ladder_export.moc"
