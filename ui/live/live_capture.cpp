// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/live_capture.h"

#include "ui/live/helper_program.h"

#include <utility>

namespace tcpladder {

namespace {

// What the kernel still holds is on the disk within milliseconds; a disk that hangs must not hang the window for long.
constexpr int longestEndMilliseconds = 5000;

} // namespace

LiveCapture::LiveCapture(QString helper, QObject* parent)
    : QObject(parent)
    , m_helper(std::move(helper))
{
}

LiveCapture::~LiveCapture()
{
    disconnect();
    finish();
}

void LiveCapture::start(const CaptureOptions& options)
{
    if (isActive()) {
        m_next = options;
        stop();
        return;
    }
    m_options = options;
    m_counts = {};
    m_hasFailed = false;
    m_hasEnded = false;
    m_file = newCaptureFile(captureFolder(), options.device, QDateTime::currentDateTime());
    if (!makeCaptureFolder()) {
        emit failed(troubleFor({QStringLiteral("cannot-write"), captureFolder()}, {m_helper, options.device, m_file}));
        return;
    }
    launch();
}

void LiveCapture::launch()
{
    if (m_helper.isEmpty()) {
        emit failed(troubleStarting(m_helper));
        return;
    }
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &LiveCapture::readLines);
    connect(m_process.get(), &QProcess::errorOccurred, this, &LiveCapture::takeProcessError);
    connect(m_process.get(), &QProcess::finished, this, &LiveCapture::takeExit);
    m_mark.emplace(m_file);
    setState(State::Starting);
    m_process->start(m_helper, captureArguments(m_options, m_file));
}

void LiveCapture::stop()
{
    if (!isActive())
        return;
    setState(State::Stopping);
    m_process->closeWriteChannel();
}

void LiveCapture::finish()
{
    m_next.reset();
    stop();
    if (m_process && !m_process->waitForFinished(longestEndMilliseconds))
        m_process->terminate();
}

void LiveCapture::readLines()
{
    while (m_process && m_process->canReadLine()) {
        if (const auto line = parseHelperLine(m_process->readLine()))
            std::visit([this](const auto& said) { take(said); }, *line);
    }
}

void LiveCapture::take(const HelperReady&)
{
    if (m_state == State::Starting)
        setState(State::Running);
    emit fileBegun();
}

void LiveCapture::take(const HelperFile& file)
{
    m_file = file.path;
    m_mark.emplace(m_file);
    emit fileBegun();
}

void LiveCapture::take(const HelperCounts& counts)
{
    m_counts = counts;
    emit countsChanged();
}

void LiveCapture::take(const HelperError& error)
{
    fail(troubleFor(error, {m_helper, m_options.device, m_file}));
}

void LiveCapture::take(const HelperEnd&)
{
    m_hasEnded = true;
}

void LiveCapture::takeProcessError(QProcess::ProcessError error)
{
    if (error != QProcess::FailedToStart)
        return;
    fail(troubleStarting(m_helper));
    takeExit();
}

void LiveCapture::takeExit()
{
    readLines();
    if (!m_hasEnded && !m_hasFailed)
        fail(troubleOfCrash());
    m_mark.reset();
    m_process.release()->deleteLater(); // this may be one of its own signals
    setState(State::Idle);
    emit ended();
    if (const auto next = std::exchange(m_next, {}))
        start(*next);
}

void LiveCapture::fail(const LiveTrouble& trouble)
{
    m_hasFailed = true;
    emit failed(trouble);
}

void LiveCapture::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    emit stateChanged();
}

} // namespace tcpladder
