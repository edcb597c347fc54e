// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of a text must look as if it had been drawn anew.
#include "ui/support/shaped_lines.h"
#include "ui/support/theme.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <functional>

using namespace tcpladder;

namespace {

constexpr QRect area(20, 10, 261, 41);

QImage drawn(const QFont& font, const std::function<void(QPainter&)>& draw)
{
    QImage image(300, 60, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setFont(font);
    draw(painter);
    return image;
}

QImage drawnByPainter(const QFont& font, Qt::Alignment alignment, const QString& text)
{
    return drawn(
        font, [&](QPainter& painter) { painter.drawText(area, static_cast<int>(alignment) | Qt::TextDontClip, text); });
}

QImage drawnByLines(ShapedLines& lines, const QFont& font, Qt::Alignment alignment, const QString& text)
{
    return drawn(font, [&](QPainter& painter) { lines.draw(painter, area, alignment, text); });
}

const QStringList texts{QStringLiteral("seq 3317 ack 123322"), QStringLiteral("MSS 1460 · window scale 7"),
    QStringLiteral("ESTABLISHED → CLOSE_WAIT"), QStringLiteral("A & B <b>"), QStringLiteral("  both ends  "),
    QStringLiteral("窗口 65535"), QStringLiteral("two\nlines"), QString()};

} // namespace

class TestShapedLines : public QObject
{
    Q_OBJECT

private slots:
    void linesStandWhereThePainterHasThem_data()
    {
        QTest::addColumn<FontRole>("role");
        QTest::newRow("body") << FontRole::Body;
        QTest::newRow("caption") << FontRole::Caption;
        QTest::newRow("numbers") << FontRole::Mono;
        QTest::newRow("endpoint") << FontRole::Endpoint;
    }

    void linesStandWhereThePainterHasThem()
    {
        QFETCH(const FontRole, role);
        const Theme theme;
        ShapedLines lines;
        for (const qreal zoom : {1.0, 1.35}) {
            const QFont font = theme.font(role, zoom);
            for (const Qt::Alignment alignment : {Qt::AlignLeft | Qt::AlignVCenter, Qt::AlignRight | Qt::AlignTop,
                     Qt::AlignHCenter | Qt::AlignBottom, Qt::Alignment(Qt::AlignCenter)}) {
                for (const QString& text : texts) {
                    const QImage expected = drawnByPainter(font, alignment, text);
                    QVERIFY2(drawnByLines(lines, font, alignment, text) == expected, qPrintable(text));
                    QVERIFY2(drawnByLines(lines, font, alignment, text) == expected, qPrintable(text));
                }
            }
        }
    }

    void aLineIsAsWideAsTheFontHasIt()
    {
        const Theme theme;
        ShapedLines lines;
        for (const FontRole role : {FontRole::Body, FontRole::MonoCaption}) {
            const QFont font = theme.font(role);
            for (const QString& text : texts) {
                QCOMPARE(lines.widthOf(text, font), QFontMetricsF(font).horizontalAdvance(text));
                drawnByLines(lines, font, Qt::AlignCenter, text);
                QCOMPARE(lines.widthOf(text, font), QFontMetricsF(font).horizontalAdvance(text));
            }
        }
    }

    void whatWasForgottenIsDrawnAsBefore()
    {
        const Theme theme;
        ShapedLines lines;
        const QFont font = theme.font(FontRole::Mono);
        const QImage expected = drawnByPainter(font, Qt::AlignCenter, texts.first());
        drawnByLines(lines, font, Qt::AlignCenter, texts.first());
        for (int i = 0; i < 10'000; ++i)
            lines.widthOf(QString::number(i), font);
        QVERIFY(drawnByLines(lines, font, Qt::AlignCenter, texts.first()) == expected);
        for (int pixels = 5; pixels < 105; ++pixels) {
            QFont other = font;
            other.setPixelSize(pixels);
            QCOMPARE(lines.widthOf(texts.first(), other), QFontMetricsF(other).horizontalAdvance(texts.first()));
        }
        QVERIFY(drawnByLines(lines, font, Qt::AlignCenter, texts.first()) == expected);
    }
};

QTEST_MAIN(TestShapedLines)
#include "tst_shaped_lines.moc"
