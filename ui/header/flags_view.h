// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/header/flags_layout.h"

#include <QWidget>

namespace tcpladder {

class Selection;
class ShownSegment;

/// The flags word of the selected segment, from hexadecimal to bits to their meaning. Each cell explains its bit.
class FlagsView : public QWidget
{
    Q_OBJECT

public:
    FlagsView(const ShownSegment& shown, Selection& selection, const Theme& theme, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    const FlagsContent& content() const { return m_content; }
    const FlagsLayout& flagsLayout() const { return m_layout; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    void takeSegment();
    void layOut();
    FlagsContent readContent() const;
    std::optional<FlagsVerdict> readVerdict(std::uint16_t word) const;
    QString toolTipAt(QPointF position) const;

    const ShownSegment& m_shown;
    Selection& m_selection;
    const Theme& m_theme;
    FlagsContent m_content;
    FlagsLayout m_layout;
};

} // namespace tcpladder
