// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/ladder/ladder_view.h"
#include "ui/shell/actions.h"
#include "ui/shell/docks.h"
#include "ui/shell/export_dialog.h"
#include "ui/shell/help_boxes.h"
#include "ui/shell/language_menu.h"
#include "ui/shell/load_status.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/row_spacing_menu.h"
#include "ui/shell/start_page.h"
#include "ui/shell/two_msl_menu.h"
#include "ui/support/resources.h"
#include "ui/support/settings.h"
#include "ui/support/theme.h"

#include <QCloseEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenuBar>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace tcpladder {

namespace {

constexpr QSize firstSize(1600, 1000);
constexpr QSize windowFrame(4, 32); ///< about what a window manager adds

/// Shows the menu's title, which is its choice.
void addMenuButton(QToolBar& bar, QMenu& menu, const QString& toolTip)
{
    auto* button = new QToolButton(&bar);
    button->setMenu(&menu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolTip(toolTip);
    const auto showTitle = [&menu, button] { button->setText(menu.title() + QStringLiteral(" ▾")); };
    QObject::connect(menu.menuAction(), &QAction::changed, button, showTitle);
    showTitle();
    bar.addWidget(button);
}

} // namespace

MainWindow::MainWindow(Theme& theme, Settings& settings)
    : m_theme(theme)
    , m_settings(settings)
    , m_navigator(m_session, m_selection)
    , m_actions(new Actions(theme, this))
{
    loadResources();
    setWindowIcon(QIcon(QStringLiteral(":/icons/tcpladder.svg")));
    setAcceptDrops(true);
    m_selection.setTwoMsl(settings.twoMsl());
    createCentre();
    createDocks();
    createMenus();
    createToolBar();
    statusBar()->addPermanentWidget(new LoadStatus(m_session, this));
    statusBar()->setSizeGripEnabled(false);
    connectActions();
    connectGoActions();
    connectInputActions();
    connectSession();
    restoreWindow();
    showState();
}

MainWindow::~MainWindow() = default;

void MainWindow::openFile(const QString& path)
{
    m_session.open(path);
}

void MainWindow::openFiles(const QStringList& paths, bool follow)
{
    m_session.openAll(paths, follow);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_docks->save(m_settings);
    m_settings.setWindowGeometry(saveGeometry());
    m_settings.setTwoMsl(m_selection.twoMsl());
    m_settings.setRowSpacing(m_ladder->rowSpacing());
    event->accept();
}

void MainWindow::createCentre()
{
    auto* area = new QWidget(this);
    auto* layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, spacing::medium, 0, 0);
    m_messages = new MessageBar(m_theme, area);
    m_centre = new QStackedWidget(area);
    m_centre->setObjectName(QStringLiteral("central"));
    m_startPage = new StartPage(m_settings, m_theme, m_centre);
    auto* body = new QFrame(m_centre);
    body->setObjectName(QStringLiteral("centralBody"));
    auto* bodyLayout = new QVBoxLayout(body);
    bodyLayout->setContentsMargins(1, 1, 1, 1);
    m_ladder = new LadderView(m_session, m_selection, m_theme, body);
    m_ladder->setSequenceStyle(m_settings.sequenceStyle());
    m_ladder->setRowSpacing(m_settings.rowSpacing());
    bodyLayout->addWidget(m_ladder);
    m_centre->addWidget(m_startPage);
    m_centre->addWidget(body);
    layout->addWidget(m_messages);
    layout->addWidget(m_centre, 1);
    setCentralWidget(area);
    connect(m_startPage, &StartPage::openRequested, this, &MainWindow::askForFile);
    connect(m_startPage, &StartPage::pasteRequested, this, &MainWindow::pasteText);
    connect(m_startPage, &StartPage::sampleRequested, this, &MainWindow::openSample);
    connect(m_startPage, &StartPage::fileRequested, this, &MainWindow::openFile);
}

void MainWindow::createDocks()
{
    m_docks = new Docks(*this, m_session, m_selection, m_theme);
    m_twoMslMenu = new TwoMslMenu(m_selection, this);
    m_docks->setTwoMslMenu(*m_twoMslMenu);
    m_rowSpacingMenu = new RowSpacingMenu(*m_ladder, this);
}

void MainWindow::createMenus()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addAction(m_actions->open);
    file->addMenu(createRecentMenu());
    file->addAction(m_actions->exportLadder);
    file->addSeparator();
    file->addActions({m_actions->close, m_actions->quit});
    menuBar()->addMenu(tr("&Edit"))->addAction(m_actions->pasteText);
    QMenu* view = menuBar()->addMenu(tr("&View"));
    m_docks->addToMenu(*view);
    view->addSeparator();
    view->addAction(m_actions->relativeSequence);
    view->addAction(m_actions->foldRuns);
    view->addAction(m_actions->follow);
    view->addMenu(m_rowSpacingMenu);
    view->addMenu(m_twoMslMenu);
    view->addSeparator();
    view->addActions({m_actions->zoomIn, m_actions->zoomOut, m_actions->resetZoom});
    view->addSeparator();
    view->addAction(m_actions->resetLayout);
    auto* languageMenu = new LanguageMenu(m_settings, this);
    view->addMenu(languageMenu);
    connect(languageMenu, &LanguageMenu::chosen, this,
        [this](const QString& sentence) { m_messages->showMessage(Severity::Note, sentence); });
    QMenu* go = menuBar()->addMenu(tr("&Go"));
    go->addActions(
        {m_actions->firstSegment, m_actions->previousSegment, m_actions->nextSegment, m_actions->lastSegment});
    go->addSeparator();
    go->addActions({m_actions->previousConnection, m_actions->nextConnection, m_actions->findConnection});
    go->addSeparator();
    go->addActions({m_actions->previousFinding, m_actions->nextFinding});
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addActions({m_actions->shortcuts, m_actions->about});
}

QMenu* MainWindow::createRecentMenu()
{
    m_recentMenu = new QMenu(tr("Open &Recent"), this);
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::refreshRecentMenu);
    refreshRecentMenu();
    return m_recentMenu;
}

void MainWindow::createToolBar()
{
    QToolBar* bar = addToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("tools"));
    bar->setMovable(false);
    bar->setIconSize(QSize(18, 18));
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addActions({m_actions->open, m_actions->exportLadder});
    bar->addSeparator();
    const QList<QAction*> steps{
        m_actions->firstSegment, m_actions->previousSegment, m_actions->nextSegment, m_actions->lastSegment};
    bar->addActions(steps);
    for (QAction* step : steps)
        qobject_cast<QToolButton*>(bar->widgetForAction(step))->setToolButtonStyle(Qt::ToolButtonIconOnly);
    bar->addSeparator();
    bar->addAction(m_actions->relativeSequence);
    addMenuButton(*bar, *m_rowSpacingMenu, tr("What the distance between two rows means"));
    addMenuButton(*bar, *m_twoMslMenu, tr("How long TIME_WAIT lasts"));
}

void MainWindow::connectActions()
{
    connect(m_actions->open, &QAction::triggered, this, &MainWindow::askForFile);
    connect(m_actions->exportLadder, &QAction::triggered, this, &MainWindow::exportLadder);
    connect(m_actions->close, &QAction::triggered, this, [this] { m_session.close(); });
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    m_actions->relativeSequence->setChecked(m_settings.sequenceStyle() == SequenceStyle::Relative);
    connect(m_actions->relativeSequence, &QAction::toggled, this, [this](bool isRelative) {
        const SequenceStyle style = isRelative ? SequenceStyle::Relative : SequenceStyle::Absolute;
        m_settings.setSequenceStyle(style);
        m_ladder->setSequenceStyle(style);
    });
    m_actions->foldRuns->setChecked(m_settings.foldsRuns());
    m_ladder->setFoldsRuns(m_settings.foldsRuns());
    connect(m_actions->foldRuns, &QAction::toggled, this, [this](bool folds) {
        m_settings.setFoldsRuns(folds);
        m_ladder->setFoldsRuns(folds);
    });
    connect(m_actions->zoomIn, &QAction::triggered, m_ladder, &LadderView::zoomIn);
    connect(m_actions->zoomOut, &QAction::triggered, m_ladder, &LadderView::zoomOut);
    connect(m_actions->resetZoom, &QAction::triggered, m_ladder, &LadderView::resetZoom);
    connect(m_actions->resetLayout, &QAction::triggered, m_docks, &Docks::reset);
    connect(m_actions->shortcuts, &QAction::triggered, this, &MainWindow::showShortcuts);
    connect(m_actions->about, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::connectGoActions()
{
    const auto go = [this](QAction* action, void (Navigator::*way)()) {
        connect(action, &QAction::triggered, this, [this, way] { (m_navigator.*way)(); });
    };
    go(m_actions->firstSegment, &Navigator::firstSegment);
    go(m_actions->previousSegment, &Navigator::previousSegment);
    go(m_actions->nextSegment, &Navigator::nextSegment);
    go(m_actions->lastSegment, &Navigator::lastSegment);
    go(m_actions->previousConnection, &Navigator::previousConnection);
    go(m_actions->nextConnection, &Navigator::nextConnection);
    go(m_actions->previousFinding, &Navigator::previousFinding);
    go(m_actions->nextFinding, &Navigator::nextFinding);
    connect(m_actions->findConnection, &QAction::triggered, m_docks, &Docks::focusConnectionFilter);
}

void MainWindow::connectSession()
{
    connect(&m_session, &CaptureSession::documentReplaced, this, &MainWindow::followSession);
    connect(&m_session, &CaptureSession::documentGrew, this, &MainWindow::selectSomething);
    connect(&m_session, &CaptureSession::stateChanged, this, &MainWindow::showState);
    connect(&m_session, &CaptureSession::openingFailed, this,
        [this](const QString& reason) { m_messages->showMessage(Severity::Error, reason); });
}

void MainWindow::restoreWindow()
{
    if (!restoreGeometry(m_settings.windowGeometry()))
        resize(firstSize.boundedTo(screen()->availableSize() - windowFrame));
    m_docks->restore(m_settings);
    m_docks->setShown(false);
}

void MainWindow::askForFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a capture"), m_settings.lastFolder(),
        tr("Captures and texts (*.pcap *.pcapng *.cap *.txt *.md *.html *.gz *.zst *.lz4 *.xz);;All files (*)"));
    if (!path.isEmpty())
        openFile(path);
}

/// The sample is in the program; it becomes a file of its own since captures are read from files.
void MainWindow::openSample()
{
    if (!m_sampleFolder)
        m_sampleFolder = std::make_unique<QTemporaryDir>();
    const QString name = QStringLiteral("redis-telnet.pcap");
    const QString path = m_sampleFolder->filePath(name);
    QFile::copy(QStringLiteral(":/samples/") + name, path);
    openFile(path);
}

void MainWindow::exportLadder()
{
    if (!m_session.document() || !m_selection.connection().isValid())
        return;
    const LadderPictureOptions options{.sequenceStyle = m_ladder->sequenceStyle(),
        .twoMsl = m_selection.twoMsl(),
        .spacing = m_ladder->rowSpacing(),
        .timeZoom = m_ladder->timeZoom(),
        .foldsRuns = m_ladder->foldsRuns()};
    const ExportOutcome outcome
        = askAndExportLadder(*this, *m_session.document(), m_selection.connection(), m_theme, m_settings, options);
    if (outcome.isWritten)
        statusBar()->showMessage(outcome.message, 8000);
    else if (!outcome.message.isEmpty())
        m_messages->showMessage(Severity::Error, outcome.message);
}

void MainWindow::refreshRecentMenu()
{
    m_recentMenu->clear();
    for (const QString& path : m_settings.recentFiles()) {
        QAction* action = m_recentMenu->addAction(QFileInfo(path).fileName());
        action->setToolTip(path);
        connect(action, &QAction::triggered, this, [this, path] { openFile(path); });
    }
    m_recentMenu->setEnabled(!m_recentMenu->isEmpty());
}

void MainWindow::followSession()
{
    m_selection.clear();
    m_messages->hide();
    const bool isSample = m_sampleFolder && m_session.path().startsWith(m_sampleFolder->path());
    if (!m_session.path().isEmpty() && !isSample) {
        m_settings.addRecentFile(m_session.path());
        m_settings.setLastFolder(QFileInfo(m_session.path()).absolutePath());
    }
}

/// The first connection, as soon as there is one: an empty window helps nobody.
void MainWindow::selectSomething()
{
    const CaptureDocument* document = m_session.document();
    if (document && !m_selection.connection().isValid() && document->connectionCount() > 0)
        selectSegmentAt(m_selection, *document, ConnectionId(0), 0);
}

void MainWindow::showState()
{
    const bool hasCapture = m_session.document() != nullptr;
    for (QAction* action : m_actions->ofCapture())
        action->setEnabled(hasCapture);
    setWindowTitle(hasCapture ? tr("%1 – tcpladder").arg(m_session.name()) : QStringLiteral("tcpladder"));
    m_startPage->refresh();
    m_centre->setCurrentIndex(hasCapture ? 1 : 0);
    m_docks->setShown(hasCapture);
    if (hasCapture && m_session.state() != CaptureSession::State::Loading)
        selectSomething();
    if (!m_session.trouble().isEmpty())
        m_messages->showMessage(
            m_session.state() == CaptureSession::State::Failed ? Severity::Error : Severity::Warning,
            m_session.trouble());
    if (hasCapture && !m_ladder->hasFocus() && m_session.state() == CaptureSession::State::Loading)
        m_ladder->setFocus();
}

void MainWindow::showShortcuts()
{
    showShortcutBox(*this, m_actions->withShortcut());
}

void MainWindow::showAbout()
{
    showAboutBox(*this);
}

} // namespace tcpladder
