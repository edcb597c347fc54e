// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window_contents.h"

#include "ui/ladder/ladder_view.h"
#include "ui/session/capture_session.h"
#include "ui/shell/actions.h"
#include "ui/shell/bookmark_menu.h"
#include "ui/shell/central_area.h"
#include "ui/shell/chart_feature.h"
#include "ui/shell/comment_dialog.h"
#include "ui/shell/docks.h"
#include "ui/shell/features.h"
#include "ui/shell/find_feature.h"
#include "ui/shell/label_fields_menu.h"
#include "ui/shell/language_menu.h"
#include "ui/shell/live_feature.h"
#include "ui/shell/load_status.h"
#include "ui/shell/menus.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/opening.h"
#include "ui/shell/overview_feature.h"
#include "ui/shell/panel_focus.h"
#include "ui/shell/playback_feature.h"
#include "ui/shell/preferences_dialog.h"
#include "ui/shell/presenter.h"
#include "ui/shell/row_spacing_menu.h"
#include "ui/shell/saving.h"
#include "ui/shell/theme_menu.h"
#include "ui/shell/two_msl_menu.h"
#include "ui/support/settings.h"

#include <QDialog>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenuBar>
#include <QShortcut>
#include <QStatusBar>
#include <QToolBar>

namespace tcpladder {

WindowContents::WindowContents(QMainWindow& window, Theme& theme, ThemeSwitch& themes, Settings& settings,
    CaptureSession& session, Selection& selection, Bookmarks& bookmarks, LiveCapture& live)
    : QObject(&window)
    , m_window(window)
    , m_theme(theme)
    , m_themes(themes)
    , m_settings(settings)
    , m_session(session)
    , m_selection(selection)
    , m_bookmarks(bookmarks)
    , m_live(live)
    , m_navigator(session, selection)
    , m_firstSelection(session, selection)
    , m_actions(new Actions(theme, this))
    , m_centre(new CentralArea(session, selection, theme, settings, &window))
    , m_docks(new Docks(window, session, selection, theme))
    , m_saving(new Saving(parts(), this))
    , m_opening(new Opening(parts(), *m_saving, this))
    , m_liveFeature(new LiveFeature(parts(), this))
    , m_playback(new PlaybackFeature(parts(), this))
    , m_presenter(new Presenter(parts(), this))
    , m_viewUndo(new ViewUndo(parts(), this))
{
    window.setCentralWidget(m_centre);
    window.statusBar()->addPermanentWidget(new LoadStatus(session, &window));
    window.statusBar()->setSizeGripEnabled(false);
    connectFeatures();
    connectSession();
    m_docks->restore(settings);
    showState();
}

/// What looks at the widgets goes before them, and they go before what they show.
WindowContents::~WindowContents()
{
    const QObjectList features = children();
    qDeleteAll(features);
    m_window.setMenuBar(nullptr);
    m_window.setStatusBar(nullptr);
    delete m_window.takeCentralWidget();
    qDeleteAll(m_window.findChildren<QDockWidget*>(Qt::FindDirectChildrenOnly));
    qDeleteAll(m_window.findChildren<QToolBar*>(Qt::FindDirectChildrenOnly));
    qDeleteAll(m_window.findChildren<QMenu*>(Qt::FindDirectChildrenOnly));
    qDeleteAll(m_window.findChildren<QShortcut*>(Qt::FindDirectChildrenOnly));
    qDeleteAll(m_window.findChildren<QDialog*>(Qt::FindDirectChildrenOnly));
    delete m_docks;
}

void WindowContents::show(const ViewState& view)
{
    // Views that are new hear what there is as the old ones did.
    emit m_session.documentReplaced();
    emit m_session.documentGrew();
    emit m_session.stateChanged();
    emit m_selection.connectionChanged();
    emit m_selection.segmentChanged();
    emit m_selection.momentChanged();
    QMetaObject::invokeMethod(m_docks, &Docks::arrangeAgain, Qt::QueuedConnection);
    m_viewUndo->show(view);
}

void WindowContents::showPreferences()
{
    auto* dialog = new PreferencesDialog(parts());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PreferencesDialog::languageChosen, this, &WindowContents::languageChosen);
    dialog->open();
}

void WindowContents::save()
{
    m_presenter->leave();
    m_docks->save(m_settings);
    m_settings.setTwoMsl(m_selection.twoMsl());
    m_settings.setRowSpacing(m_centre->ladder().rowSpacing());
}

WindowParts WindowContents::parts()
{
    return {.window = m_window,
        .theme = m_theme,
        .themes = m_themes,
        .settings = m_settings,
        .session = m_session,
        .selection = m_selection,
        .bookmarks = m_bookmarks,
        .live = m_live,
        .navigator = m_navigator,
        .actions = *m_actions,
        .docks = *m_docks,
        .centre = *m_centre};
}

void WindowContents::connectFeatures()
{
    auto* language = new LanguageMenu(m_settings, &m_window);
    connect(language, &LanguageMenu::chosen, this, &WindowContents::languageChosen);
    const SharedMenus menus{.recent = m_opening->recentMenu(),
        .rowSpacing = *new RowSpacingMenu(m_centre->ladder(), &m_window),
        .labelFields = *new LabelFieldsMenu(m_centre->ladder(), m_settings, &m_window),
        .bookmarks = *new BookmarkMenu(parts()),
        .twoMsl = *new TwoMslMenu(m_selection, &m_window),
        .speed = m_playback->speedMenu(),
        .presented = m_presenter->menu(),
        .theme = *new ThemeMenu(m_themes, &m_window),
        .language = *language};
    m_docks->setTwoMslMenu(menus.twoMsl);
    m_window.addActions(m_actions->withShortcut()); // which a hidden menu bar would take with it
    fillMenuBar(parts(), menus);
    addToolBar(parts(), menus);
    connectLadderActions(parts(), this);
    connectGoActions(parts(), this);
    connectExportActions(parts(), this);
    addLadderMenu(parts(), menus);
    m_docks->addPictureMenus(parts());
    connectHelpActions(parts(), this);
    new PanelFocus(parts(), this);
    connect(m_actions->preferences, &QAction::triggered, this, &WindowContents::showPreferences);
    connectCharts(parts(), this);
    connectFind(parts(), this);
    connectOverview(parts(), this);
    connectComments(parts(), this);
    m_centre->ladder().setBookmarks(m_bookmarks);
    connect(m_actions->quit, &QAction::triggered, &m_window, &QWidget::close);
}

void WindowContents::connectSession()
{
    connect(&m_session, &CaptureSession::documentLeaving, &m_selection, &Selection::clear);
    connect(&m_session, &CaptureSession::documentReplaced, &m_centre->messages(), &QWidget::hide);
    connect(&m_session, &CaptureSession::stateChanged, this, &WindowContents::showState);
}

void WindowContents::showState()
{
    const bool hasCapture = m_session.document() != nullptr;
    const bool isLoading = m_session.state() == CaptureSession::State::Loading;
    for (QAction* action : m_actions->ofCapture())
        action->setEnabled(hasCapture);
    m_window.setWindowTitle(hasCapture ? tr("%1[*] – tcpladder").arg(m_session.name()) : QStringLiteral("tcpladder"));
    m_centre->showLadder(hasCapture);
    m_docks->setShown(hasCapture);
    if (!m_session.trouble().isEmpty())
        m_centre->messages().showMessage(
            m_session.state() == CaptureSession::State::Failed ? Severity::Error : Severity::Warning,
            m_session.trouble());
    if (hasCapture && isLoading) {
        m_centre->ladder().setFocus();
        m_fonts.add(m_centre->ladder().fonts()); // its first segments are still to come
    }
}

} // namespace tcpladder
