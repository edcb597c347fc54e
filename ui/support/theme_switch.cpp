// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/theme_switch.h"

#include "ui/support/settings.h"

#include <QApplication>
#include <QEvent>
#include <QFile>

#include <utility>

namespace tcpladder {

Theme::Scheme schemeOf(const QPalette& palette)
{
    const bool isDark = palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
    return isDark ? Theme::Scheme::Dark : Theme::Scheme::Light;
}

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

void ThemeSwitch::setPresenting(bool presenting)
{
    m_isPresenting = presenting;
    m_theme.setHighContrast(presenting);
    dress();
}

QString ThemeSwitch::styleSheet() const
{
    QFile larger(QStringLiteral(":/style/presenter.qss"));
    const bool hasLarger = m_isPresenting && larger.open(QIODevice::ReadOnly);
    return m_theme.widgetStyleSheet() + (hasLarger ? QString::fromUtf8(larger.readAll()) : QString());
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
