// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/capture_session.h"

#include "core/document/builder.h"
#include "core/document/load.h"
#include "core/source/open_capture.h"
#include "ui/session/background_thread.h"
#include "ui/session/update_pulse.h"
#include "ui/support/destroy_elsewhere.h"
#include "ui/support/steady_time.h"
#include "ui/support/translate_message.h"

#include <QFileInfo>

#include <algorithm>
#include <span>

namespace tcpladder {

namespace {

/// What a title shows of files that are one capture: "first.pcap + 2".
QString nameOf(const QStringList& paths)
{
    const QString first
        = paths.first() == QStringLiteral("-") ? QStringLiteral("stdin") : QFileInfo(paths.first()).fileName();
    return paths.size() == 1 ? first : QStringLiteral("%1 + %2").arg(first).arg(paths.size() - 1);
}

/// Whether it is read without waiting for anybody.
bool isOrdinary(const std::filesystem::path& path)
{
    std::error_code error;
    const auto type = std::filesystem::status(path, error).type();
    return path != "-" && type != std::filesystem::file_type::fifo && type != std::filesystem::file_type::character
        && type != std::filesystem::file_type::socket;
}

CaptureSession::State sessionState(LoadState state)
{
    switch (state) {
    case LoadState::Loading: return CaptureSession::State::Loading;
    case LoadState::Complete: return CaptureSession::State::Complete;
    case LoadState::Cancelled: return CaptureSession::State::Cancelled;
    case LoadState::Failed: return CaptureSession::State::Failed;
    }
    return CaptureSession::State::Idle;
}

} // namespace

CaptureSession::CaptureSession(QObject* parent)
    : QObject(parent)
    , m_pulse(new UpdatePulse(this))
{
    connect(m_pulse, &UpdatePulse::changed, this, &CaptureSession::documentGrew);
}

CaptureSession::~CaptureSession()
{
    m_pulse->disconnect(this);
    stopLoading();
}

void CaptureSession::open(const QString& path)
{
    openAll({path}, false);
}

void CaptureSession::openAll(const QStringList& paths, bool follow)
{
    ++m_opening;
    m_opener = {};
    const Request request{paths.size() == 1 ? paths.first() : QString(), nameOf(paths), follow};
    m_whole = request.whole;
    std::vector<std::filesystem::path> files;
    for (const QString& path : paths)
        files.emplace_back(path.toStdString());
    if (follow || !std::ranges::all_of(files, isOrdinary))
        openInThread(std::move(files), request);
    else
        takeOpened(request, openCaptures(files));
}

void CaptureSession::openInThread(std::vector<std::filesystem::path> files, const Request& request)
{
    emit openingBegun();
    const auto done = [this, request, opening = m_opening](const std::shared_ptr<Result<OpenedCapture>>& capture) {
        if (opening == m_opening)
            takeOpened(request, std::move(*capture));
    };
    m_opener = std::jthread([this, done, files = std::move(files), request](const std::stop_token& stop) {
        const OpenOptions options{.follow = request.follow, .whole = request.whole.get_token()};
        auto capture = std::make_shared<Result<OpenedCapture>>(openCaptures(files, options, stop));
        if (!stop.stop_requested())
            QMetaObject::invokeMethod(this, [done, capture] { done(capture); }, Qt::QueuedConnection);
    });
}

void CaptureSession::takeOpened(const Request& request, Result<OpenedCapture> capture)
{
    if (!capture) {
        emit openingFailed(translateError(request.name, capture.error()));
        return;
    }
    auto document = std::make_shared<CaptureDocument>(capture->store);
    setDocument(document, request.path, request.name);
    m_sources = capture->sources;
    m_isFollowing = request.follow;
    startLoading(std::move(document), std::move(*capture));
}

void CaptureSession::openText(const QByteArray& text, const QString& name)
{
    ++m_opening;
    m_opener = {};
    const auto bytes = std::as_bytes(std::span(text.constData(), static_cast<std::size_t>(text.size())));
    takeOpened({{}, name, false}, openCapture(makeMemorySource({bytes.begin(), bytes.end()})));
}

void CaptureSession::show(std::shared_ptr<const CaptureDocument> document, const QString& name)
{
    setDocument(std::move(document), QString(), name);
    takeEnd();
}

void CaptureSession::changeComment(PacketNumber packet, const QString& text)
{
    if (!m_document)
        return;
    m_document->comments().change(packet, text.toStdString());
    emit commentsChanged();
}

void CaptureSession::setSavedAs(const QString& path)
{
    m_path = path;
    m_name = nameOf({path});
    emit stateChanged();
}

void CaptureSession::finishFollowing()
{
    m_whole.request_stop();
}

void CaptureSession::cancel()
{
    ++m_opening;
    m_opener.request_stop();
    m_loader.request_stop();
}

void CaptureSession::close()
{
    setDocument({}, QString(), QString());
    setState(State::Idle);
}

void CaptureSession::setDocument(
    std::shared_ptr<const CaptureDocument> document, const QString& path, const QString& name)
{
    stopLoading();
    m_isFollowing = false;
    m_sources.clear();
    emit documentLeaving();
    auto old = std::exchange(m_document, std::move(document)); // lives until every view has let go of it
    m_path = path;
    m_name = name;
    m_trouble.clear();
    emit documentReplaced();
    destroyElsewhere(std::move(old));
}

void CaptureSession::startLoading(std::shared_ptr<CaptureDocument> document, OpenedCapture capture)
{
    setState(State::Loading);
    m_pulse->start(document);
    m_loader = std::jthread(
        [this, document = std::move(document), capture = std::move(capture)](const std::stop_token& stop) mutable {
            letTheWindowGoFirst();
            DocumentBuilder(*document, capture, steadyTime).run(stop);
            const auto takeThisEnd = [this, loaded = document.get()] {
                if (loaded == m_document.get())
                    takeEnd();
            };
            QMetaObject::invokeMethod(this, takeThisEnd, Qt::QueuedConnection);
        });
}

void CaptureSession::stopLoading()
{
    m_pulse->stop();
    m_loader = {};
}

void CaptureSession::takeEnd()
{
    LoadState state{};
    {
        const CaptureDocument::Reading reading(*m_document);
        const CaptureSummary& summary = m_document->summary();
        state = summary.state;
        if (summary.damage)
            m_trouble = translateError(m_name, *summary.damage);
    }
    if (const auto reason = whyEmpty(*m_document))
        m_trouble = translateError(m_name, *reason);
    m_pulse->stop();
    setState(sessionState(state));
}

void CaptureSession::setState(State state)
{
    m_state = state;
    emit stateChanged();
}

} // namespace tcpladder
