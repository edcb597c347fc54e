// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/theme.h"

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

constexpr double readable = 4.5;
constexpr double readableWhenBold = 3.0;

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void everyTextCanBeReadInBothSchemes()
    {
        for (const auto scheme : {Theme::Scheme::Light, Theme::Scheme::Dark}) {
            const Theme theme(scheme);
            const QColor panel = theme.color(ColorRole::Panel);
            for (const auto role : {ColorRole::Text, ColorRole::SecondaryText, ColorRole::Accent,
                     ColorRole::WarningMark, ColorRole::ErrorMark, ColorRole::NoteMark})
                QVERIFY2(contrast(theme.color(role), panel) >= readable, qPrintable(theme.color(role).name()));
            for (int i = 0; i < static_cast<int>(TcpState::Count); ++i) {
                const StateStyle style = theme.state(static_cast<TcpState>(i));
                QVERIFY2(contrast(style.text, panel) >= readable, qPrintable(style.text.name()));
                QVERIFY2(contrast(style.onFill, style.fill) >= readableWhenBold, qPrintable(style.fill.name()));
            }
            for (int i = 0; i < static_cast<int>(SegmentKind::Count); ++i) {
                const QColor kind = theme.segmentKind(static_cast<SegmentKind>(i));
                QVERIFY2(contrast(theme.color(ColorRole::TextOnColor), kind) >= readable, qPrintable(kind.name()));
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
