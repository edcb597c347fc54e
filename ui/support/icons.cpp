// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/icons.h"

#include "ui/support/resources.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

#include <array>
#include <map>
#include <memory>
#include <utility>

namespace tcpladder {

namespace {

constexpr std::array<const char*, std::to_underlying(IconName::Count)> fileNames{
    "open",
    "export",
    "first",
    "previous",
    "next",
    "last",
    "zoom-in",
    "zoom-out",
    "fit",
    "find",
    "note",
    "warning",
    "error",
};

/// The file's strokes are all of one colour, whichever it is; they take the wanted one instead.
QByteArray tintedSvg(IconName name, QColor color)
{
    loadResources();
    QFile file(QStringLiteral(":/icons/%1.svg").arg(QLatin1String(fileNames[std::to_underlying(name)])));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    const qsizetype start = svg.indexOf("stroke=\"#");
    const QByteArray drawn = start < 0 ? QByteArray() : svg.mid(start + 8, 7);
    return drawn.isEmpty() ? svg : svg.replace(drawn, color.name().toUtf8());
}

/// Parsing a file for each row that is painted would cost more than the row.
QSvgRenderer& renderer(IconName name, QColor color)
{
    thread_local std::map<std::pair<IconName, QRgb>, std::unique_ptr<QSvgRenderer>> renderers;
    auto& found = renderers[{name, color.rgb()}];
    if (!found)
        found = std::make_unique<QSvgRenderer>(tintedSvg(name, color));
    return *found;
}

QPixmap renderedPixmap(IconName name, QColor color)
{
    constexpr int size = 64; // drawn large, scaled down by QIcon: sharp up to a scale of 3
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer(name, color).render(&painter, QRectF(0, 0, size, size));
    return pixmap;
}

} // namespace

IconName severityIcon(Severity severity)
{
    switch (severity) {
    case Severity::Error: return IconName::Error;
    case Severity::Warning: return IconName::Warning;
    case Severity::Note:
    case Severity::Count: break;
    }
    return IconName::Note;
}

QIcon themedIcon(const Theme& theme, IconName name)
{
    QIcon icon;
    icon.addPixmap(renderedPixmap(name, theme.color(ColorRole::Text)), QIcon::Normal);
    icon.addPixmap(renderedPixmap(name, theme.color(ColorRole::Grid)), QIcon::Disabled);
    return icon;
}

void drawIcon(QPainter& painter, const QRectF& rect, IconName name, QColor color)
{
    renderer(name, color).render(&painter, rect);
}

} // namespace tcpladder
