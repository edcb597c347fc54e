// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/header/header_layout.h"

#include <QAbstractScrollArea>

namespace tcpladder {

class ShownSegment;

/// The TCP header of the selected segment as RFC 9293 Figure 1 draws it. The field under the cursor is marked here and
/// everywhere; the arrow keys walk from field to field.
class HeaderView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    HeaderView(const ShownSegment& shown, Selection& selection, const Theme& theme, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    const HeaderLayout& headerLayout() const { return m_layout; }
    const std::vector<HeaderBox>& boxes() const { return m_boxes; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent* event) override;

private:
    void takeSegment();
    void layOut();
    std::optional<std::size_t> boxAt(QPoint position) const;
    std::optional<std::size_t> chosenBox() const;
    void chooseNeighbour(int key);
    QString toolTipOf(const HeaderBox& box) const;

    const ShownSegment& m_shown;
    Selection& m_selection;
    const Theme& m_theme;
    std::vector<HeaderBox> m_boxes;
    HeaderLayout m_layout;
};

} // namespace tcpladder
