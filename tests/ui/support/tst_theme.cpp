// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/state_fill.h"
#include "ui/support/theme.h"

#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace tcpladder;

namespace {

/// Relative luminance and contrast as WCAG 2 defines them.
double luminance(QColor color)
{
    const auto linear
        = [](double part) { return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(QColor a, QColor b)
{
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

// WCAG 2.1, success criteria 1.4.3 and 1.4.11.
constexpr double readable = 4.5;
constexpr double visible = 3.0;

constexpr auto schemes = {Theme::Scheme::Light, Theme::Scheme::Dark};

void expectContrast(QColor color, QColor background, double least)
{
    const double found = contrast(color, background);
    QVERIFY2(
        found >= least, qPrintable(QStringLiteral("%1 on %2: %3").arg(color.name(), background.name()).arg(found)));
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void everyTextCanBeReadInBothSchemes()
    {
        for (const auto scheme : schemes) {
            const Theme theme(scheme);
            for (const auto background :
                {ColorRole::Panel, ColorRole::RaisedPanel, ColorRole::Window, ColorRole::Selection, ColorRole::Hover,
                    ColorRole::LinkBytes, ColorRole::NetworkBytes, ColorRole::TransportBytes, ColorRole::FieldMark,
                    ColorRole::NoteBox, ColorRole::WarningBox, ColorRole::ErrorBox}) {
                for (const auto role : {ColorRole::Text, ColorRole::SecondaryText})
                    expectContrast(theme.color(role), theme.color(background), readable);
            }
            for (const auto background : {ColorRole::Panel, ColorRole::Selection, ColorRole::Hover}) {
                for (const auto role :
                    {ColorRole::Accent, ColorRole::WarningMark, ColorRole::ErrorMark, ColorRole::NoteMark})
                    expectContrast(theme.color(role), theme.color(background), readable);
                for (int i = 0; i < static_cast<int>(TcpState::Count); ++i)
                    expectContrast(theme.state(static_cast<TcpState>(i)).text, theme.color(background), readable);
            }
        }
    }

    void everyTextOnAColourCanBeRead()
    {
        for (const auto scheme : schemes) {
            const Theme theme(scheme);
            for (int i = 0; i < static_cast<int>(TcpState::Count); ++i) {
                const StateStyle style = theme.state(static_cast<TcpState>(i));
                expectContrast(style.onFill, style.fill, readable);
            }
            for (int i = 0; i < static_cast<int>(SegmentKind::Count); ++i)
                expectContrast(
                    theme.color(ColorRole::TextOnColor), theme.segmentKind(static_cast<SegmentKind>(i)), readable);
            for (const auto role : {ColorRole::Accent, ColorRole::SideA, ColorRole::SideB})
                expectContrast(theme.color(ColorRole::TextOnColor), theme.color(role), readable);
        }
    }

    void everyMarkIsSeenInBothSchemes()
    {
        for (const auto scheme : schemes) {
            const Theme theme(scheme);
            const QColor panel = theme.color(ColorRole::Panel);
            for (const auto role : {ColorRole::StrongBorder, ColorRole::Grid, ColorRole::SelectionEdge,
                     ColorRole::SideA, ColorRole::SideB, ColorRole::FieldMarkEdge})
                expectContrast(theme.color(role), panel, visible);
            for (int i = 0; i < static_cast<int>(SegmentKind::Count); ++i)
                expectContrast(theme.segmentKind(static_cast<SegmentKind>(i)), panel, visible);
        }
    }

    void highContrastLeavesNothingFaint()
    {
        constexpr double enhanced = 7; // success criterion 1.4.6
        for (const auto scheme : schemes) {
            Theme theme(scheme);
            const QColor usual = theme.color(ColorRole::SecondaryText);
            const QSignalSpy changes(&theme, &Theme::changed);
            theme.setHighContrast(true);
            QCOMPARE(changes.count(), 1);
            const QColor panel = theme.color(ColorRole::Panel);
            expectContrast(theme.color(ColorRole::SecondaryText), panel, enhanced);
            for (const auto role : {ColorRole::Grid, ColorRole::StrongBorder})
                expectContrast(theme.color(role), panel, readable);
            theme.setHighContrast(false);
            QCOMPARE(theme.color(ColorRole::SecondaryText), usual);
        }
    }

    void aStatesBandHasEdgesThatAreSeen()
    {
        for (const auto scheme : schemes) {
            const Theme theme(scheme);
            for (int i = 0; i < static_cast<int>(TcpState::Count); ++i) {
                QImage image(20, 40, QImage::Format_RGB32);
                QPainter painter(&image);
                fillWithState(painter, QRectF(0, 0, 20, 40), theme, static_cast<TcpState>(i));
                painter.end();
                expectContrast(image.pixelColor(0, 20), theme.color(ColorRole::Panel), visible);
                expectContrast(image.pixelColor(19, 20), theme.color(ColorRole::Panel), visible);
            }
        }
    }

    void aSegmentIsColouredByWhatMattersMostInIt()
    {
        QCOMPARE(segmentKind(TcpFlag::Rst | TcpFlag::Ack, 10), SegmentKind::Reset);
        QCOMPARE(segmentKind(TcpFlag::Fin | TcpFlag::Psh, 10), SegmentKind::Fin);
        QCOMPARE(segmentKind(TcpFlag::Syn | TcpFlag::Ack, 0), SegmentKind::Syn);
        QCOMPARE(segmentKind(TcpFlag::Psh | TcpFlag::Ack, 10), SegmentKind::Data);
        QCOMPARE(segmentKind(TcpFlags().with(TcpFlag::Ack), 0), SegmentKind::Acknowledgment);
        QCOMPARE(segmentKind(TcpFlags(), 0), SegmentKind::Other);
    }

    void anotherSchemeIsAnnouncedOnce()
    {
        Theme theme;
        QSignalSpy changes(&theme, &Theme::changed);
        theme.setScheme(Theme::Scheme::Light);
        QCOMPARE(changes.count(), 0);
        theme.setScheme(Theme::Scheme::Dark);
        QCOMPARE(changes.count(), 1);
        QVERIFY(luminance(theme.color(ColorRole::Panel)) < 0.1);
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
