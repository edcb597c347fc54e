// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/header/hex_layout.h"

#include <QAbstractScrollArea>
#include <QFont>

namespace tcpladder {

class ShownSegment;
class Theme;

/// The bytes of the selected segment's packet. The field under the cursor is marked here and everywhere; the arrow keys
/// walk over the bytes, Shift selects a run of them to copy.
class HexView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    HexView(const ShownSegment& shown, Selection& selection, const Theme& theme, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    const HexGeometry& geometryOfBytes() const { return m_geometry; }
    /// Height that shows this many rows without scrolling.
    int heightForRows(std::size_t rows) const;

public slots:
    void copyAsHex() const;
    void copyAsText() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent* event) override;

private:
    /// A run of bytes that the user selected to copy; without one the whole packet is meant.
    struct Run
    {
        std::size_t anchor = 0;
        std::size_t cursor = 0;
    };

    void takeSegment();
    void showField();
    void updateGeometryOfBytes();
    void moveCursor(std::size_t byte, bool keepsAnchor);
    std::optional<DigitRange> digitsAt(QPoint position) const;
    std::optional<DigitRange> selectedBytes() const;
    std::vector<std::byte> bytesToCopy() const;
    std::size_t byteCount() const;

    QFont fittingFont() const;
    void showToolTip(QPoint position, QPoint global) const;

    const ShownSegment& m_shown;
    Selection& m_selection;
    const Theme& m_theme;
    HexGeometry m_geometry;
    std::optional<Run> m_run;
    QFont m_font;
};

} // namespace tcpladder
