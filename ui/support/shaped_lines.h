// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QFont>
#include <QStaticText>
#include <QString>

#include <optional>
#include <vector>

class QPainter;
class QRectF;

namespace tcpladder {

/// Measures and draws single lines of text, as QFontMetricsF and QPainter would. To shape a text takes several times as
/// long as to draw it, and nearly all texts of a frame were in the frame before: what was shaped is kept, up to a
/// limit. For one thread.
class ShapedLines
{
public:
    /// As QFontMetricsF::horizontalAdvance() has it.
    qreal widthOf(const QString& text, const QFont& font);

    /// In the painter's font and pen. What doesn't fit in is drawn beyond the edge. A text of several lines is drawn as
    /// QPainter draws it, and not kept.
    void draw(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text);

private:
    struct Key
    {
        std::size_t font;
        QString text;

        bool operator==(const Key&) const = default;
        friend std::size_t qHash(const Key& key, std::size_t seed) { return qHash(key.text, seed + key.font); }
    };

    struct Line
    {
        std::optional<qreal> width;
        std::optional<QStaticText> shaped;
        qreal height = 0; ///< as soon as it is shaped
    };

    struct KnownFont
    {
        QFont font;
        qreal lineHeight;
    };

    std::size_t numberOf(const QFont& font);
    Line& find(const QString& text, const QFont& font);
    static qreal widthOf(Line& line, const QString& text, const QFont& font);
    const QStaticText& shape(Line& line, const QString& text, const QPainter& painter);

    QCache<Key, Line> m_lines{4096};
    std::vector<KnownFont> m_fonts; ///< by number
    std::size_t m_last = 0;         ///< number of the font that was asked for last
};

} // namespace tcpladder
