// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/states/states_reader.h"

#include <QWidget>

class QMenu;

namespace tcpladder {

class CaptureSession;
class DiagramView;
class ReasonArea;
class Selection;

/// The state diagram at the selected moment, with a sentence for each endpoint that says why it is where it is.
class StatesPanel : public QWidget
{
    Q_OBJECT

public:
    StatesPanel(const CaptureSession& session, Selection& selection, const Theme& theme, QWidget* parent = nullptr);

    /// What the button beside the clocks opens; its title is the button's text.
    void setDurationMenu(QMenu& menu);
    /// A line below the sentences.
    void setFooter(QWidget& footer);

    const StatesContents& contents() const { return m_contents; }
    DiagramView& diagram() const { return *m_diagram; }

protected:
    void resizeEvent(QResizeEvent* event) override;

signals:
    /// "Figure 5 of RFC 9293 · behind segment 3"
    void detailChanged(const QString& detail);

private:
    void showStates();
    QString detail(const CaptureDocument& document) const;
    void select(SegmentId segment);
    void stepToChange(bool isForward);

    const CaptureSession& m_session;
    Selection& m_selection;
    const Theme& m_theme;
    DiagramView* m_diagram;
    ReasonArea* m_reasons;
    StatesContents m_contents;
};

} // namespace tcpladder
