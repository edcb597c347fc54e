// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/picture_writer.h"
#include "ui/header/flags_layout.h"
#include "ui/session/selection.h"

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace tcpladder {

class ShownSegment;
class Theme;

/// The flags word of the selected segment, from hexadecimal to bits to their meaning. Each cell explains its bit, under
/// the mouse and to the keyboard. A click on a bit, Space, or another word typed or pasted asks what it would mean; the
/// answer stands beside the captured word until Esc or another segment.
class FlagsView : public QWidget
{
    Q_OBJECT

public:
    FlagsView(const ShownSegment& shown, Selection& selection, const Theme& theme, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    const FlagsContent& content() const { return m_content; }
    const FlagsLayout& flagsLayout() const { return m_layout; }

    /// As it is shown, in the colours of paper; none without a segment.
    std::optional<Picture> picture() const;

    /// Shows what the word would mean; the captured one ends that.
    void tryWord(std::uint16_t word);
    /// Back to what was captured.
    void resetWord();
    /// Where a word can be typed.
    void editWord();

signals:
    /// "0x8010 = 1000 0000 0001 0000"
    void detailChanged(const QString& detail);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void createChildren();
    void takeSegment();
    void readContent();
    void layOut();
    void placeChildren();
    std::optional<FieldChoice> choiceAt(QPointF position) const;
    void flip(std::size_t cell);
    void moveFocus(std::size_t cell);
    bool handleKey(int key);
    void copyWord() const;
    void pasteWord();
    void takeTypedWord(const QString& text);
    QString toolTipOf(std::size_t cell) const;

    const ShownSegment& m_shown;
    Selection& m_selection;
    const Theme& m_theme;
    FlagsContent m_content;
    FlagsLayout m_layout;
    SegmentId m_segment; ///< of m_tried
    std::optional<std::uint16_t> m_tried;
    std::size_t m_cell = 0; ///< the keyboard's
    QLineEdit* m_editor = nullptr;
    QToolButton* m_reset = nullptr;
};

} // namespace tcpladder
