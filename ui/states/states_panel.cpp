// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/states/states_panel.h"

#include "ui/session/capture_session.h"
#include "ui/session/navigator.h"
#include "ui/session/selection.h"
#include "ui/states/diagram_view.h"
#include "ui/states/reason_area.h"
#include "ui/support/choice_button.h"
#include "ui/support/format_text.h"
#include "ui/support/theme.h"

#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace tcpladder {

StatesPanel::StatesPanel(const CaptureSession& session, Selection& selection, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_selection(selection)
    , m_theme(theme)
    , m_diagram(new DiagramView(theme, this))
    , m_reasons(new ReasonArea(theme, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::medium, 0, spacing::medium, spacing::small);
    layout->setSpacing(spacing::small);
    layout->addWidget(m_diagram, 1);
    layout->addWidget(m_reasons);
    connect(m_diagram, &DiagramView::segmentPicked, this, &StatesPanel::select);
    connect(m_diagram, &DiagramView::stepRequested, this, &StatesPanel::stepToChange);
    connect(&session, &CaptureSession::documentReplaced, this, &StatesPanel::showStates);
    connect(&session, &CaptureSession::documentGrew, this, &StatesPanel::showStates);
    connect(&selection, &Selection::connectionChanged, m_reasons, &ReasonArea::forgetHeight);
    connect(&selection, &Selection::connectionChanged, this, &StatesPanel::showStates);
    connect(&selection, &Selection::momentChanged, this, &StatesPanel::showStates); // comes with each segment as well
    connect(&selection, &Selection::twoMslChanged, this, &StatesPanel::showStates);
    showStates();
}

void StatesPanel::setDurationMenu(QMenu& menu)
{
    auto* button = new ChoiceButton(menu, tr("How long TIME_WAIT lasts"), this);
    button->setFont(m_theme.font(FontRole::Caption));
    const auto place = [this, button] { m_diagram->setDurationChooser(button); };
    connect(menu.menuAction(), &QAction::changed, button, place); // its width follows the choice
    place();
}

/// Large type, as when presenting, must not take the room of the diagram.
void StatesPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    constexpr int readableDiagram = 280; // a lower one leaves words out
    const int rest = height() - readableDiagram - layout()->spacing() - spacing::small;
    const int most = std::max(ReasonArea::leastHeight, std::min(height() * 3 / 10, rest));
    // Ideographs come from another font, whose lines are higher.
    const QFontMetrics metrics(m_theme.font(FontRole::Caption));
    const int line = metrics.size(Qt::TextSingleLine, tr("How long TIME_WAIT lasts")).height();
    m_reasons->setMaximumHeight((most - spacing::small) / line * line + spacing::small); // whole lines, and the gap
}

void StatesPanel::setFooter(QWidget& footer)
{
    m_reasons->setFooter(footer);
}

void StatesPanel::showStates()
{
    const CaptureDocument* document = m_session.document();
    StatesContents contents;
    QString detailText;
    if (document) {
        const StatesRequest request{.connection = m_selection.connection(),
            .segment = m_selection.segment(),
            .moment = m_selection.moment(),
            .hasOwnMoment = m_selection.hasOwnMoment(),
            .twoMsl = m_selection.twoMsl()};
        const CaptureDocument::Reading reading(*document);
        contents = readStates(*document, request);
        detailText = detail(*document);
    }
    m_diagram->setContents(contents);
    m_reasons->setReasons(contents.reasons);
    m_contents = std::move(contents);
    emit detailChanged(detailText);
}

QString StatesPanel::detail(const CaptureDocument& document) const
{
    const ConnectionId id = m_selection.connection();
    QString figure = tr("RFC 9293 Figure 5");
    if (id.value >= document.connectionCount())
        return figure;
    const auto& segments = document.connection(id).connection.segments;
    const auto elapsed = timeBetween(document.segment(segments.front()).time, m_selection.moment());
    return elapsed ? figure + QStringLiteral(" · ") + formatDelta(*elapsed) : figure;
}

void StatesPanel::select(SegmentId segment)
{
    if (const CaptureDocument* document = m_session.document())
        selectSegment(m_selection, *document, segment);
}

/// Among all changes of the connection, also those that are still to come.
void StatesPanel::stepToChange(bool isForward)
{
    const CaptureDocument* document = m_session.document();
    if (!document || m_selection.connection().value >= document->connectionCount())
        return;
    SegmentId target;
    {
        const CaptureDocument::Reading reading(*document);
        for (const Transition& change : document->connection(m_selection.connection()).analysis.transitions()) {
            const SegmentId at = change.effectiveSegment();
            const bool isAhead = !m_selection.segment().isValid() || at > m_selection.segment();
            if (!at.isValid() || at == m_selection.segment() || isAhead != isForward)
                continue;
            if (!target.isValid() || (isForward ? at < target : at > target))
                target = at;
        }
    }
    if (target.isValid())
        select(target);
}

} // namespace tcpladder
