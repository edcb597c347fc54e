// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/icons.h"
#include "ui/support/settings.h"
#include "ui/support/theme_switch.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace tcpladder;

namespace {

QPalette paletteOf(Theme::Scheme scheme)
{
    return Theme(scheme).widgetPalette();
}

bool looksDark()
{
    return QApplication::palette().color(QPalette::Window).lightness() < 128;
}

} // namespace

class TestThemeSwitch : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QFile::remove(m_folder.filePath("settings.ini"));
        m_settings = std::make_unique<Settings>(m_folder.filePath("settings.ini"));
        m_theme = std::make_unique<Theme>();
    }

    void aSystemWithDarkWindowsIsDark()
    {
        QCOMPARE(schemeOf(paletteOf(Theme::Scheme::Dark)), Theme::Scheme::Dark);
        QCOMPARE(schemeOf(paletteOf(Theme::Scheme::Light)), Theme::Scheme::Light);
    }

    void theProgramFollowsTheSystemAtFirst()
    {
        const ThemeSwitch themes(*m_theme, *m_settings);
        QCOMPARE(themes.choice(), ThemeChoice::System);
        QCOMPARE(m_theme->scheme(), Theme::Scheme::Light); // the test's platform has light windows
    }

    void typeGrowsWithTheScreenWhilePresenting()
    {
        ThemeSwitch themes(*m_theme, *m_settings);
        const QString plain = qApp->styleSheet();
        const auto sizeOn = [&](int screenHeight) {
            themes.startPresenting(screenHeight);
            QLabel label;
            label.ensurePolished();
            return label.font().pixelSize();
        };
        const QList<int> sizes{sizeOn(768), sizeOn(1080), sizeOn(2160)};
        QVERIFY(sizes[0] >= 15 && sizes[0] < sizes[1] && sizes[1] < sizes[2]);
        QVERIFY(!qApp->styleSheet().contains("Size")); // every placeholder has a value
        themes.stopPresenting();
        QCOMPARE(qApp->styleSheet(), plain);
    }

    void aChoiceRestylesEverythingAtOnce()
    {
        ThemeSwitch themes(*m_theme, *m_settings);
        QPushButton button;
        const QImage before = button.grab().toImage();
        themes.choose(ThemeChoice::Dark);
        QCOMPARE(m_theme->scheme(), Theme::Scheme::Dark);
        QVERIFY(looksDark());
        QVERIFY(button.palette().color(QPalette::Window).lightness() < 128);
        QVERIFY(button.grab().toImage() != before);
        themes.choose(ThemeChoice::Light);
        QVERIFY(!looksDark());
    }

    void theChoiceIsRemembered()
    {
        {
            ThemeSwitch themes(*m_theme, *m_settings);
            themes.choose(ThemeChoice::Dark);
        }
        Theme another;
        const ThemeSwitch themes(another, *m_settings);
        QCOMPARE(themes.choice(), ThemeChoice::Dark);
        QCOMPARE(another.scheme(), Theme::Scheme::Dark);
        QVERIFY(looksDark());
    }

    void backToTheSystemIsTheSystemsScheme()
    {
        ThemeSwitch themes(*m_theme, *m_settings);
        themes.choose(ThemeChoice::Dark);
        themes.choose(ThemeChoice::System);
        QCOMPARE(m_theme->scheme(), Theme::Scheme::Light);
        QCoreApplication::processEvents(); // our own palette is no news from the system
        QCOMPARE(m_theme->scheme(), Theme::Scheme::Light);
    }

    void iconsTakeTheNewColour()
    {
        ThemeSwitch themes(*m_theme, *m_settings);
        const QIcon icon = themedIcon(*m_theme, IconName::Open);
        const QImage light = icon.pixmap(32, 32).toImage();
        themes.choose(ThemeChoice::Dark);
        QVERIFY(icon.pixmap(32, 32).toImage() != light);
    }

    void iconsAreDrawnForDenseScreens()
    {
        const QIcon icon = themedIcon(*m_theme, IconName::Open);
        const QPixmap dense = icon.pixmap(QSize(18, 18), 3.0);
        QCOMPARE(dense.size(), QSize(54, 54));
    }

    void theStyleSheetLeavesNothingOpen()
    {
        for (const auto scheme : {Theme::Scheme::Light, Theme::Scheme::Dark}) {
            const QString sheet = Theme(scheme).widgetStyleSheet();
            QVERIFY(sheet.contains("QToolTip"));
            QString names = sheet;
            names.remove(QRegularExpression("/\\*.*?\\*/", QRegularExpression::DotMatchesEverythingOption));
            QVERIFY2(!names.contains('@'), qPrintable(names.mid(names.indexOf('@'), 40)));
            QRegularExpressionMatchIterator pictures = QRegularExpression("url\\(([^)]*)\\)").globalMatch(sheet);
            while (pictures.hasNext())
                QVERIFY(QFile::exists(pictures.next().captured(1)));
        }
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestThemeSwitch)
#include "tst_theme_switch.moc"
