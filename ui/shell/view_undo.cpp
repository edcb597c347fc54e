// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/view_undo.h"

#include "ui/ladder/ladder_view.h"
#include "ui/overview/overview_view.h"
#include "ui/session/capture_session.h"
#include "ui/session/navigator.h"
#include "ui/session/selection.h"
#include "ui/shell/actions.h"
#include "ui/shell/central_area.h"
#include "ui/shell/docks.h"
#include "ui/support/theme_switch.h"

namespace tcpladder {

namespace {

using namespace std::chrono_literals;

constexpr auto settlesAfter = 350ms;

} // namespace

ViewUndo::ViewUndo(const WindowParts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
{
    m_settles.setSingleShot(true);
    m_settles.setInterval(settlesAfter);
    connect(&m_settles, &QTimer::timeout, this, &ViewUndo::settle);
    connect(parts.actions.goBack, &QAction::triggered, this, [this] { go(false); });
    connect(parts.actions.goForward, &QAction::triggered, this, [this] { go(true); });
    connect(parts.actions.undoView, &QAction::triggered, this, [this] { go(false); });
    watch();
    showActions();
}

ViewState ViewUndo::state() const
{
    const LadderView& ladder = m_parts.centre.ladder();
    return {.segment = m_parts.selection.segment(),
        .zoom = ladder.zoom(),
        .spacing = ladder.rowSpacing(),
        .timeZoom = ladder.look().timeZoom,
        .showsOverview = m_parts.actions.showOverview->isChecked(),
        .hosts = m_parts.centre.overview().hosts(),
        .hasRelativeNumbers = m_parts.actions.relativeSequence->isChecked(),
        .foldsRuns = m_parts.actions.foldRuns->isChecked(),
        .panels = m_parts.docks.shown()};
}

void ViewUndo::show(const ViewState& state)
{
    LadderView& ladder = m_parts.centre.ladder();
    m_parts.docks.show(state.panels);
    ladder.setZoom(state.zoom);
    LadderLook look = ladder.look();
    look.spacing = state.spacing;
    look.timeZoom = state.timeZoom;
    ladder.setLook(look);
    m_parts.actions.showOverview->setChecked(state.showsOverview);
    m_parts.centre.overview().setHosts(state.hosts);
    m_parts.actions.relativeSequence->setChecked(state.hasRelativeNumbers);
    m_parts.actions.foldRuns->setChecked(state.foldsRuns);
    if (m_parts.session.document() && state.segment.isValid())
        selectSegment(m_parts.selection, *m_parts.session.document(), state.segment);
}

void ViewUndo::watch()
{
    const auto start = [this] { m_settles.start(); };
    const LadderView& ladder = m_parts.centre.ladder();
    connect(&m_parts.selection, &Selection::connectionChanged, this, start);
    connect(&m_parts.selection, &Selection::segmentChanged, this, start);
    connect(&ladder, &LadderView::zoomChanged, this, start);
    connect(&ladder, &LadderView::lookChanged, this, start);
    connect(m_parts.actions.relativeSequence, &QAction::toggled, this, start);
    connect(m_parts.actions.foldRuns, &QAction::toggled, this, start);
    connect(m_parts.actions.showOverview, &QAction::toggled, this, start);
    connect(&m_parts.centre.overview(), &OverviewView::hostsChanged, this, start);
    connect(&m_parts.docks, &Docks::shownChanged, this, start);
    connect(&m_parts.session, &CaptureSession::documentReplaced, this, [this] {
        m_history.clear();
        showActions();
    });
}

void ViewUndo::settle()
{
    m_settles.stop();
    if (m_parts.session.document() && m_parts.selection.segment().isValid() && !m_parts.themes.isPresenting())
        m_history.visit(state());
    showActions();
}

void ViewUndo::go(bool isForward)
{
    settle();
    if (const auto state = isForward ? m_history.forward() : m_history.back())
        show(*state);
    m_settles.stop();
    showActions();
}

void ViewUndo::showActions()
{
    for (QAction* action : {m_parts.actions.goBack, m_parts.actions.undoView})
        action->setEnabled(m_history.canGoBack());
    m_parts.actions.goForward->setEnabled(m_history.canGoForward());
}

} // namespace tcpladder
