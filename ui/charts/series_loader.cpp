// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/series_loader.h"

namespace tcpladder {

namespace {

constexpr std::chrono::milliseconds lookInterval(40);
constexpr std::chrono::milliseconds shortWork(12); ///< for which it is better to wait than to show a part

} // namespace

struct SeriesLoader::Job
{
    Job(const CaptureDocument& from, ConnectionId id)
        : document(from)
        , connection(id)
        , reader(from, id, series)
    {
    }

    const CaptureDocument& document;
    ConnectionId connection;
    ConnectionSeries series;
    SeriesReader reader;
    std::atomic<std::size_t> segments = 0;
    std::atomic<std::size_t> options = 0;
    std::atomic<bool> isDone = true;
    std::atomic<bool> isOutdated = false;
    std::binary_semaphore done{0};
};

SeriesLoader::SeriesLoader(QObject* parent)
    : QObject(parent)
{
    m_timer.setInterval(lookInterval);
    connect(&m_timer, &QTimer::timeout, this, &SeriesLoader::look);
}

SeriesLoader::~SeriesLoader()
{
    m_worker = {};
}

void SeriesLoader::load(const CaptureDocument& document, ConnectionId connection)
{
    m_worker = {};
    const auto old = std::exchange(m_job, std::make_unique<Job>(document, connection));
    start();
    emit replaced();
}

void SeriesLoader::goOn()
{
    if (m_job && m_job->isDone)
        start();
}

void SeriesLoader::stop()
{
    m_timer.stop();
    m_worker = {};
    const auto old = std::exchange(m_job, nullptr);
    if (old)
        emit replaced();
}

const ConnectionSeries* SeriesLoader::series() const
{
    return m_job ? &m_job->series : nullptr;
}

SeriesLoader::Progress SeriesLoader::progress() const
{
    if (!m_job)
        return {};
    return {m_job->segments, m_job->options, m_job->isDone};
}

void SeriesLoader::start()
{
    m_worker = {}; // it has ended, or is asked to
    m_job->isDone = false;
    static_cast<void>(m_job->done.try_acquire());
    m_worker = std::jthread([job = m_job.get()](const std::stop_token& stop) { run(*job, stop); });
    static_cast<void>(m_job->done.try_acquire_for(shortWork));
    m_timer.start();
    if (m_job->isDone)
        look();
}

void SeriesLoader::run(Job& job, const std::stop_token& stop)
{
    using Outcome = SeriesReader::Outcome;
    Outcome outcome = Outcome::More;
    while (!stop.stop_requested() && (outcome = job.reader.readSegments()) == Outcome::More)
        job.segments = job.reader.segmentsDone();
    while (outcome == Outcome::CaughtUp && !stop.stop_requested() && job.reader.readOptions() == Outcome::More)
        job.options = job.reader.optionsDone();
    job.isOutdated = outcome == Outcome::Outdated;
    job.isDone = true;
    job.done.release();
}

void SeriesLoader::look()
{
    const bool isDone = m_job->isDone; // before the rest, so that the last of it is told
    if (isDone)
        m_timer.stop();
    if (m_job->isOutdated) {
        load(m_job->document, m_job->connection);
        return;
    }
    const std::size_t seen = m_job->segments + m_job->options;
    if (seen == m_seen && !isDone)
        return;
    m_seen = seen;
    emit grew();
}

} // namespace tcpladder
