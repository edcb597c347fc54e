// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/picture_writer.h"
#include "ui/support/theme.h"

#include <QBuffer>
#include <QImage>
#include <QMimeData>
#include <QPageSize>
#include <QPainter>
#include <QSvgRenderer>
#include <QTest>

using namespace tcpladder;

class TestPictureWriter : public QObject
{
    Q_OBJECT

private slots:
    void theEndingSaysWhichFormat()
    {
        QCOMPARE(pictureFormatOf(QStringLiteral("a/b.SVG")), PictureFormat::Svg);
        QCOMPARE(pictureFormatOf(QStringLiteral("b.pdf")), PictureFormat::Pdf);
        QCOMPARE(pictureFormatOf(QStringLiteral("b.png")), PictureFormat::Png);
        QVERIFY(!pictureFormatOf(QStringLiteral("b.gif")));
        QVERIFY(!pictureFormatOf(QStringLiteral("svg")));
    }

    void aPngHasTheScalesPixels()
    {
        const QImage image = QImage::fromData(write(PictureFormat::Png, {.scale = 1.5, .page = {}}));
        QCOMPARE(image.size(), QSize(300, 150));
        QCOMPARE(image.pixel(10, 10), m_theme.color(ColorRole::SideA).rgb());
        QCOMPARE(image.pixel(290, 140), m_theme.color(ColorRole::SideB).rgb());
    }

    void anSvgIsAsLargeAsThePictureAndHoldsItsText()
    {
        const QByteArray svg = write(PictureFormat::Svg, {});
        QCOMPARE(QSvgRenderer(svg).viewBoxF().size(), m_picture.size);
        QVERIFY(svg.contains("TIME_WAIT"));
        QVERIFY(!svg.contains("<image"));
    }

    void aPdfsPageIsAsLargeAsThePictureInInches()
    {
        // 200 pixels of 96 to the inch are 150 points.
        QVERIFY(write(PictureFormat::Pdf, {}).contains("/MediaBox [0 0 150.000000 75.000000]"));
    }

    void aPdfOfAChosenPageHasThatPage()
    {
        const QPageLayout page(QPageSize(QPageSize::A4), QPageLayout::Landscape, QMarginsF(20, 20, 20, 20));
        QVERIFY(write(PictureFormat::Pdf, {.scale = 1, .page = page}).contains("/MediaBox [0 0 842"));
    }

    void aPngThatNoProgramWouldOpenIsRefusedInASentence()
    {
        Picture tall = m_picture;
        tall.size.setHeight(40'000);
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        const auto written = writePicture(buffer, PictureFormat::Png, tall);
        QVERIFY(!written);
        QVERIFY2(written.error().contains(QStringLiteral("200 × 40000")), qPrintable(written.error()));
        QVERIFY(buffer.data().isEmpty());
    }

    void theClipboardHoldsPixelsAnSvgAndText()
    {
        const auto mime = clipboardData(m_picture, QStringLiteral("A -> B"));
        QCOMPARE(mime->text(), QStringLiteral("A -> B"));
        QCOMPARE(mime->imageData().value<QImage>().size(), QSize(400, 200));
        QVERIFY(QSvgRenderer(mime->data(QStringLiteral("image/svg+xml"))).isValid());
    }

private:
    QByteArray write(PictureFormat format, const PictureOptions& options) const
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        return writePicture(buffer, format, m_picture, options) ? buffer.data() : QByteArray();
    }

    void paint(QPainter& painter) const
    {
        painter.fillRect(QRectF(0, 0, 100, 100), m_theme.color(ColorRole::SideA));
        painter.fillRect(QRectF(100, 0, 100, 100), m_theme.color(ColorRole::SideB));
        painter.drawText(QPointF(20, 50), QStringLiteral("TIME_WAIT"));
    }

    Theme m_theme;
    Picture m_picture{QStringLiteral("two halves"), {200, 100}, [this](QPainter& painter) { paint(painter); }};
};

QTEST_MAIN(TestPictureWriter)
#include "tst_picture_writer.moc"
