// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/live_feature.h"

#include "ui/host/kernel_label.h"
#include "ui/host/kernel_watch.h"
#include "ui/host/time_wait_dialog.h"
#include "ui/ladder/ladder_view.h"
#include "ui/live/capture_dialog.h"
#include "ui/live/capture_folder.h"
#include "ui/live/follow_button.h"
#include "ui/live/growth_watch.h"
#include "ui/live/helper_program.h"
#include "ui/live/live_capture.h"
#include "ui/live/live_status.h"
#include "ui/session/capture_session.h"
#include "ui/shell/actions.h"
#include "ui/shell/central_area.h"
#include "ui/shell/docks.h"
#include "ui/shell/message_bar.h"
#include "ui/states/states_panel.h"
#include "ui/support/settings.h"

#include <QClipboard>
#include <QDateTime>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLayout>
#include <QMainWindow>
#include <QScrollBar>
#include <QStatusBar>

#include <utility>

namespace tcpladder {

namespace {

/// "2026-11-25 10:20"
QString textOf(const QDateTime& time)
{
    return time.date().toString(Qt::ISODate) + QLatin1Char(' ') + time.time().toString(QStringLiteral("HH:mm"));
}

} // namespace

LiveFeature::LiveFeature(const WindowParts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_growth(new GrowthWatch(parts.session, this))
    , m_follower(new NewestFollower(parts.session, parts.selection, this))
    , m_kernel(new KernelWatch(parts.session, parts.selection, findKernelSocket, this))
{
    connectActions();
    connectCapture();
    connectFollower();
    connectKernel();
    connect(&parts.centre.messages(), &MessageBar::dismissed, this, &LiveFeature::forgetOffered);
    showState();
    offerAbandoned();
}

void LiveFeature::connectActions()
{
    const Actions& actions = m_parts.actions;
    connect(actions.startCapture, &QAction::triggered, this, [this] {
        CaptureOptions options = m_parts.live.options();
        if (options.device.isEmpty()) {
            options.device = m_parts.settings.captureDevice();
            options.filter = m_parts.settings.captureFilter();
        }
        ask(options);
    });
    connect(actions.stopCapture, &QAction::triggered, &m_parts.live, &LiveCapture::stop);
    connect(actions.restartCapture, &QAction::triggered, this, [this] { start(m_parts.live.options()); });
}

void LiveFeature::connectCapture()
{
    const LiveCapture& live = m_parts.live;
    connect(&live, &LiveCapture::fileBegun, this, &LiveFeature::showFile);
    connect(&live, &LiveCapture::ended, this, &LiveFeature::takeEnd);
    connect(&live, &LiveCapture::failed, this, &LiveFeature::showTrouble);
    connect(&live, &LiveCapture::stateChanged, this, &LiveFeature::showState);
    connect(&m_parts.session, &CaptureSession::documentReplaced, this, &LiveFeature::endWithDocument);
    connect(&m_parts.session, &CaptureSession::stateChanged, this, &LiveFeature::showState);
    connect(m_growth, &GrowthWatch::changed, this, &LiveFeature::showState);
}

void LiveFeature::connectFollower()
{
    QWidget& ladder = *m_parts.centre.ladder().viewport();
    new FollowButton(*m_follower, m_parts.theme, ladder);
    m_parts.window.statusBar()->insertPermanentWidget(
        0, new LiveStatus(m_parts.live, m_parts.session, m_parts.theme, &m_parts.window));
    connect(m_follower, &NewestFollower::moved, this, &LiveFeature::showEndOfLadder);
    connect(m_parts.centre.ladder().verticalScrollBar(), &QAbstractSlider::actionTriggered, this,
        &LiveFeature::letGoWhenScrolledAway);
}

void LiveFeature::connectKernel()
{
    StatesPanel& states = m_parts.docks.states();
    states.setFooter(*new KernelLabel(*m_kernel, states, m_parts.theme, &states));
    // What the kernel says is of now, so it stands beside the ladder only while that shows now as well.
    connect(
        m_follower, &NewestFollower::followingChanged, this, [this] { m_kernel->setLive(m_follower->isFollowing()); });
    connect(m_parts.actions.timeWaitList, &QAction::triggered, this, [this] {
        auto* list = new TimeWaitDialog(&m_parts.window);
        list->setAttribute(Qt::WA_DeleteOnClose);
        list->show();
    });
}

/// Below the last segment is what the clock alone brings.
void LiveFeature::showEndOfLadder()
{
    QScrollBar& bar = *m_parts.centre.ladder().verticalScrollBar();
    bar.setValue(bar.maximum());
}

/// At once, before a segment that comes meanwhile moves the ladder back: the slider has its new place by now, the
/// ladder not yet.
void LiveFeature::letGoWhenScrolledAway()
{
    const QScrollBar& bar = *m_parts.centre.ladder().verticalScrollBar();
    if (bar.sliderPosition() < bar.maximum())
        m_follower->letGo();
}

void LiveFeature::start(const CaptureOptions& options)
{
    if (options.device.isEmpty()) {
        ask(options);
        return;
    }
    m_parts.centre.messages().hide();
    m_early.reset();
    m_parts.settings.setCaptureDevice(options.device);
    m_parts.settings.setCaptureFilter(options.filter);
    m_parts.live.start(options);
}

void LiveFeature::ask(const CaptureOptions& options)
{
    auto* dialog = new CaptureDialog(findCaptureHelper(), options, m_parts.theme, &m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { start(dialog->options()); });
    dialog->open();
}

/// The way that every file takes.
void LiveFeature::showFile()
{
    m_parts.session.openAll({m_parts.live.file()}, true);
}

bool LiveFeature::showsCapture() const
{
    return m_parts.live.isFile(m_parts.session.path());
}

NewestFollower::Source LiveFeature::source() const
{
    if (showsCapture())
        return m_parts.live.state() == LiveCapture::State::Running ? NewestFollower::Source::ThisHost
                                                                   : NewestFollower::Source::Ended;
    return m_growth->isLive() ? NewestFollower::Source::OtherHost : NewestFollower::Source::Ended;
}

/// Who opens something else has seen enough; what was captured stays where it is.
void LiveFeature::endWithDocument()
{
    if (m_parts.live.state() == LiveCapture::State::Running && !showsCapture())
        m_parts.live.stop();
}

void LiveFeature::takeEnd()
{
    m_parts.session.finishFollowing();
    showState();
}

void LiveFeature::showTrouble(const LiveTrouble& trouble)
{
    if (!showsCapture())
        m_early = trouble; // the document that is about to come would take the message away
    MessageOffer offer;
    if (!trouble.command.isEmpty())
        offer
            = {tr("Copy the command"), [command = trouble.command] { QGuiApplication::clipboard()->setText(command); }};
    const QString text = trouble.command.isEmpty() ? trouble.text : trouble.text + QLatin1Char('\n') + trouble.command;
    m_parts.centre.messages().showMessage(Severity::Error, text, offer);
}

void LiveFeature::showState()
{
    const Actions& actions = m_parts.actions;
    const bool isActive = m_parts.live.isActive();
    actions.startCapture->setEnabled(!isActive);
    actions.stopCapture->setEnabled(isActive);
    actions.restartCapture->setEnabled(!m_parts.live.options().device.isEmpty());
    m_follower->setSource(source());
    if (const auto early = m_early; early && showsCapture()) {
        m_early.reset();
        showTrouble(*early);
    }
}

void LiveFeature::offerAbandoned()
{
    m_offered = abandonedCaptures(captureFolder());
    if (m_offered.isEmpty() || m_parts.live.isActive())
        return;
    const QFileInfo latest(m_offered.first());
    m_parts.centre.messages().showMessage(Severity::Note,
        tr("tcpladder ended while it captured. What it had captured until %1 is in %2.")
            .arg(textOf(latest.lastModified()), latest.fileName()),
        {tr("Open it"), [this] { openAbandoned(); }});
}

void LiveFeature::openAbandoned()
{
    const QString latest = m_offered.value(0);
    forgetOffered();
    m_parts.session.open(latest);
}

void LiveFeature::forgetOffered()
{
    for (const QString& capture : std::exchange(m_offered, {}))
        forgetAbandoned(capture);
}

} // namespace tcpladder
