// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/resources.h"
#include "ui/support/theme.h"

#include <QFile>

namespace tcpladder {

namespace {

struct Placeholder
{
    QLatin1String name; ///< as the sheet has it
    ColorRole role;
};

constexpr Placeholder placeholders[]{
    {QLatin1String("@window"), ColorRole::Window},
    {QLatin1String("@panel"), ColorRole::Panel},
    {QLatin1String("@raised"), ColorRole::RaisedPanel},
    {QLatin1String("@border"), ColorRole::Border},
    {QLatin1String("@strongBorder"), ColorRole::StrongBorder},
    {QLatin1String("@text"), ColorRole::Text},
    {QLatin1String("@secondary"), ColorRole::SecondaryText},
    {QLatin1String("@disabled"), ColorRole::DisabledText},
    {QLatin1String("@accent"), ColorRole::Accent},
    {QLatin1String("@onAccent"), ColorRole::TextOnColor},
    {QLatin1String("@hover"), ColorRole::Hover},
    {QLatin1String("@selection"), ColorRole::Selection},
    {QLatin1String("@focus"), ColorRole::SelectionEdge},
    {QLatin1String("@grid"), ColorRole::Grid},
    {QLatin1String("@error"), ColorRole::ErrorMark},
    {QLatin1String("@errorBox"), ColorRole::ErrorBox},
};

/// A style sheet takes its pictures from files, which are there in the text's colour of either scheme.
QString schemeName(Theme::Scheme scheme)
{
    return scheme == Theme::Scheme::Light ? QStringLiteral("light") : QStringLiteral("dark");
}

QString readSheet(const QString& name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

QString Theme::widgetStyleSheet() const
{
    loadResources();
    QString sheet = readSheet(QStringLiteral(":/style/window.qss"));
    for (const Placeholder& placeholder : placeholders)
        sheet.replace(placeholder.name + QLatin1Char(';'), color(placeholder.role).name() + QLatin1Char(';'));
    return sheet.replace(QLatin1String("@scheme"), schemeName(m_scheme));
}

} // namespace tcpladder
