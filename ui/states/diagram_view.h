// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/picture_writer.h"
#include "ui/states/states_reader.h"
#include "ui/states/token_motion.h"

#include <QWidget>

namespace tcpladder {

/// The state diagram with both endpoints on it. Knows no document: it shows what it is given, and says which segment
/// the user asks for: by a click on a way or a state, and by another click the next time that it was walked or entered;
/// with the left and right keys from one change to the next; with up and down from way to way, and Enter.
class DiagramView : public QWidget
{
    Q_OBJECT

public:
    explicit DiagramView(const Theme& theme, QWidget* parent = nullptr);

    void setContents(const StatesContents& contents);
    const DiagramScene& scene() const { return m_scene; }

    /// As it is shown, in the colours of paper.
    Picture picture() const;

    /// Stands beside the clocks; becomes the view's child.
    void setDurationChooser(QWidget* chooser);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void segmentPicked(SegmentId segment);
    /// To the next or the previous change of a state.
    void stepRequested(bool isForward);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    void layOut();
    void layOutWalk();
    void placeChooser();
    std::optional<std::size_t> wayAt(QPointF point) const;
    std::optional<std::size_t> wayWithWordsAt(QPointF point) const;
    const DiagramNode* nodeAt(QPointF point) const;
    /// Of the figure, walked or not.
    std::optional<std::size_t> figureEdgeAt(QPointF point) const;
    SegmentId segmentOfWay(std::size_t way) const;
    SegmentId segmentOfNode(NodeId node) const;
    template <class Predicate>
    SegmentId nextSegment(const Predicate& fits) const;
    void moveHover(bool isForward);
    int animationTime() const;
    void hover(std::optional<std::size_t> way);
    QString toolTipAt(QPointF point) const;
    QString wayToolTip(const WalkedEdge& way) const;
    QString figureEdgeToolTip(std::size_t figureEdge) const;

    const Theme& m_theme;
    StatesContents m_contents;
    DiagramScene m_scene;
    TokenMotion m_motion;
    QWidget* m_chooser = nullptr;
};

} // namespace tcpladder
