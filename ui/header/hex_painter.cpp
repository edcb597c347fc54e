// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/header/hex_painter.h"

#include "ui/support/theme.h"

#include <QPainter>

#include <algorithm>

namespace tcpladder {

namespace {

std::optional<ColorRole> tintOf(HeaderField field)
{
    if (field == HeaderField::LinkHeader)
        return ColorRole::LinkBytes;
    if (field < HeaderField::TcpSourcePort)
        return ColorRole::NetworkBytes;
    if (isTcpHeaderField(field))
        return ColorRole::TransportBytes;
    return {};
}

class HexPainter
{
public:
    HexPainter(QPainter& painter, const HexScene& scene, const Theme& theme)
        : m_painter(painter)
        , m_scene(scene)
        , m_geometry(scene.geometry)
        , m_theme(theme)
    {
    }

    void paint()
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
        paintLayers();
        if (m_scene.selected)
            paintBoxes(*m_scene.selected, ColorRole::Selection, ColorRole::SelectionEdge);
        for (const DigitRange& range : m_scene.marked)
            paintBoxes(range, ColorRole::FieldMark, ColorRole::FieldMarkEdge);
        m_painter.setFont(m_scene.font);
        for (std::size_t row = m_scene.rows.first; row < m_scene.rows.last; ++row)
            paintRow(row);
    }

private:
    /// The part of a run that is in the rows to draw.
    DigitRange visible(const DigitRange& range) const
    {
        const std::size_t perRow = m_geometry.bytesPerRow * 2;
        const std::size_t first = std::max(range.first, m_scene.rows.first * perRow);
        const std::size_t end = std::min(range.end(), m_scene.rows.last * perRow);
        return {first, end > first ? end - first : 0};
    }

    void paintLayers()
    {
        m_painter.setPen(Qt::NoPen);
        // The gap behind each pair is coloured with it, so that a layer is one area.
        const qreal gap = m_geometry.cell.width() / 2;
        for (const PacketField& field : m_scene.fields) {
            const std::optional<ColorRole> tint = tintOf(field.field);
            if (!tint)
                continue;
            const DigitRange whole = visible({std::size_t{field.offset} * 2, std::size_t{field.length} * 2});
            m_painter.setBrush(m_theme.color(*tint));
            for (const QRectF& rect : markedDigits(m_geometry, whole))
                m_painter.drawRect(rect.adjusted(-gap, 0, gap, 0));
            for (const QRectF& rect : markedCharacters(m_geometry, whole))
                m_painter.drawRect(rect);
        }
    }

    void paintBoxes(const DigitRange& range, ColorRole fill, ColorRole edge)
    {
        m_painter.setPen(QPen(m_theme.color(edge), 1.2));
        m_painter.setBrush(m_theme.color(fill));
        for (const QRectF& rect : markedDigits(m_geometry, visible(range)))
            m_painter.drawRoundedRect(rect.adjusted(-2, 1, 2, -1), 3, 3);
        for (const QRectF& rect : markedCharacters(m_geometry, visible(range)))
            m_painter.drawRoundedRect(rect.adjusted(-0.5, 1, 0.5, -1), 3, 3);
    }

    void paintRow(std::size_t row)
    {
        const std::size_t start = row * m_geometry.bytesPerRow;
        const std::size_t end = std::min(m_scene.bytes.size(), start + m_geometry.bytesPerRow);
        m_painter.setPen(m_theme.color(ColorRole::SecondaryText));
        m_theme.lines().draw(m_painter, m_geometry.offsetRect(row), Qt::AlignCenter,
            QStringLiteral("%1").arg(start, 4, 16, QLatin1Char('0')));
        QString characters;
        for (std::size_t byte = start; byte < end; ++byte)
            characters += QLatin1Char(printable(m_scene.bytes[byte]));
        const QRectF text = m_geometry.characterRect(start).united(m_geometry.characterRect(end - 1));
        m_theme.lines().draw(m_painter, text, Qt::AlignLeft | Qt::AlignVCenter, characters);
        m_painter.setPen(m_theme.color(ColorRole::Text));
        for (std::size_t byte = start; byte < end; ++byte) {
            const QRectF rect = m_geometry.digitRect(2 * byte).united(m_geometry.digitRect(2 * byte + 1));
            m_theme.lines().draw(m_painter, rect, Qt::AlignCenter,
                QStringLiteral("%1").arg(std::to_integer<uint>(m_scene.bytes[byte]), 2, 16, QLatin1Char('0')));
        }
    }

    QPainter& m_painter;
    const HexScene& m_scene;
    const HexGeometry& m_geometry;
    const Theme& m_theme;
};

} // namespace

void paintHex(QPainter& painter, const HexScene& scene, const Theme& theme)
{
    HexPainter(painter, scene, theme).paint();
}

} // namespace tcpladder
