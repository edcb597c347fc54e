// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/icons.h"

#include "ui/support/resources.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
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
    "close",
    "paste",
    "settings",
    "play",
    "pause",
    "loop",
    "presenter",
    "undo",
    "redo",
    "table",
    "save",
    "record",
    "stop",
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

class ThemedIconEngine : public QIconEngine
{
public:
    ThemedIconEngine(const Theme& theme, IconName name)
        : m_theme(theme)
        , m_name(name)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const ColorRole role = mode == QIcon::Disabled ? ColorRole::DisabledText : ColorRole::Text;
        drawIcon(*painter, rect, m_name, m_theme.color(role));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        if (size.isEmpty()) // a button that has not been laid out yet
            return {};
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new ThemedIconEngine(m_theme, m_name); }

private:
    const Theme& m_theme;
    IconName m_name;
};

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
    return QIcon(new ThemedIconEngine(theme, name));
}

void drawIcon(QPainter& painter, const QRectF& rect, IconName name, QColor color)
{
    renderer(name, color).render(&painter, rect);
}

} // namespace tcpladder
