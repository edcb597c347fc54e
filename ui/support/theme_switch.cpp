// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/theme_switch.h"

#include "ui/support/settings.h"

#include <QApplication>
#include <QEvent>
#include <QFile>

#include <algorithm>
#include <utility>

namespace tcpladder {

Theme::Scheme schemeOf(const QPalette& palette)
{
    const bool isDark = palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
    return isDark ? Theme::Scheme::Dark : Theme::Scheme::Light;
}

namespace {

/// A class sees a screen as a whole: type grows with it, and leaves the drawings their room on a low one.
QString presenterStyleSheet(int screenHeight)
{
    constexpr int usual = 18;
    constexpr int usualHeight = 1000;
    QFile file(QStringLiteral(":/style/presenter.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const int size = std::clamp(usual * screenHeight / usualHeight, 15, 2 * usual);
    return QString::fromUtf8(file.readAll())
        .replace(QLatin1String("@textSize"), QStringLiteral("%1px").arg(size))
        .replace(QLatin1String("@titleSize"), QStringLiteral("%1px").arg(size + 2));
}

} // namespace

ThemeSwitch::ThemeSwitch(Theme& theme, Settings& settings)
    : m_theme(theme)
    , m_settings(settings)
{
    QApplication::setStyle(QStringLiteral("Fusion"));
    connect(&theme, &Theme::changed, this, &ThemeSwitch::dress);
    apply();
    qApp->installEventFilter(this);
}

/// The theme outlives it.
ThemeSwitch::~ThemeSwitch()
{
    m_theme.disconnect(this);
    m_theme.setHighContrast(false);
}

ThemeChoice ThemeSwitch::choice() const
{
    return m_settings.themeChoice();
}

void ThemeSwitch::choose(ThemeChoice choice)
{
    m_settings.setThemeChoice(choice);
    apply();
    emit chosen();
}

void ThemeSwitch::startPresenting(int screenHeight)
{
    m_presentingHeight = screenHeight;
    m_theme.setHighContrast(true);
    dress();
}

void ThemeSwitch::stopPresenting()
{
    m_presentingHeight.reset();
    m_theme.setHighContrast(false);
    dress();
}

QString ThemeSwitch::styleSheet() const
{
    return m_theme.widgetStyleSheet() + (m_presentingHeight ? presenterStyleSheet(*m_presentingHeight) : QString());
}

/// The system tells the program of a new palette, or only its windows of a new theme. Our own palette is told as well.
bool ThemeSwitch::eventFilter(QObject* watched, QEvent* event)
{
    const bool isPalette = event->type() == QEvent::ApplicationPaletteChange && watched == qApp;
    if ((isPalette || event->type() == QEvent::ThemeChange) && !m_isApplying && choice() == ThemeChoice::System)
        QMetaObject::invokeMethod(this, &ThemeSwitch::apply, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

void ThemeSwitch::apply()
{
    m_isApplying = true;
    const Theme::Scheme wanted = wantedScheme();
    if (wanted == m_theme.scheme())
        dress();
    else
        m_theme.setScheme(wanted);
    m_isApplying = false;
}

void ThemeSwitch::dress()
{
    const bool wasApplying = std::exchange(m_isApplying, true);
    QApplication::setPalette(m_theme.widgetPalette());
    QApplication::setFont(m_theme.font(FontRole::Body));
    if (const QString sheet = styleSheet(); sheet != qApp->styleSheet())
        qApp->setStyleSheet(sheet);
    m_isApplying = wasApplying;
}

/// Without a palette of our own the program has the system's.
Theme::Scheme ThemeSwitch::wantedScheme()
{
    switch (choice()) {
    case ThemeChoice::Light: return Theme::Scheme::Light;
    case ThemeChoice::Dark: return Theme::Scheme::Dark;
    case ThemeChoice::System: break;
    }
    QApplication::setPalette(QPalette());
    return schemeOf(QApplication::palette());
}

} // namespace tcpladder
