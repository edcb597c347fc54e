// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/load_status.h"

#include "ui/session/capture_session.h"
#include "ui/support/connection_text.h"
#include "ui/support/format_text.h"
#include "ui/support/steady_label.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>

namespace tcpladder {

namespace {

constexpr int progressSteps = 1000;

struct Counts
{
    std::uint64_t packets = 0;
    std::size_t segments = 0;
    std::size_t connections = 0;
    int progress = 0;
};

Counts readCounts(const CaptureDocument& document)
{
    const CaptureDocument::Reading reading(document);
    const CaptureSummary& summary = document.summary();
    Counts counts{summary.packets, document.segmentCount(), document.connectionCount(), 0};
    if (summary.bytesTotal > 0)
        counts.progress
            = static_cast<int>(std::min(summary.bytesRead, summary.bytesTotal) * progressSteps / summary.bytesTotal);
    return counts;
}

} // namespace

LoadStatus::LoadStatus(CaptureSession& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_text(new SteadyLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QToolButton(this))
{
    m_progress->setRange(0, progressSteps);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(180, 12);
    m_progress->setAccessibleName(tr("Loading"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Stop loading; what was read stays (Esc)"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 2, 10, 2);
    layout->addWidget(m_text);
    layout->addWidget(m_progress);
    layout->addWidget(m_cancel);
    connect(m_cancel, &QToolButton::clicked, &session, &CaptureSession::cancel);
    connect(&session, &CaptureSession::documentReplaced, m_text, &SteadyLabel::forgetWidth);
    connect(&session, &CaptureSession::documentReplaced, this, &LoadStatus::refresh);
    connect(&session, &CaptureSession::documentGrew, this, &LoadStatus::refresh);
    connect(&session, &CaptureSession::stateChanged, this, &LoadStatus::refresh);
    refresh();
}

void LoadStatus::refresh()
{
    const bool isLoading = m_session.state() == CaptureSession::State::Loading;
    const bool hasEnd = isLoading && !m_session.isFollowing();
    m_progress->setVisible(hasEnd);
    m_cancel->setVisible(hasEnd);
    const CaptureDocument* document = m_session.document();
    m_text->setVisible(document != nullptr);
    if (!document)
        return;
    const Counts counts = readCounts(*document);
    m_progress->setValue(counts.progress); // repaints at once, views too: no Reading may be held here
    const QString connections
        = counts.connections == 1 ? tr("1 connection") : tr("%1 connections").arg(formatCount(counts.connections));
    const QString suffix
        = m_session.state() == CaptureSession::State::Cancelled ? tr(" · loading was cancelled") : QString();
    m_text->showText(connections + QStringLiteral(" · ") + segmentCountText(counts.segments) + QStringLiteral(" · ")
        + (counts.packets == 1 ? tr("1 packet") : tr("%1 packets").arg(formatCount(counts.packets))) + suffix);
}

} // namespace tcpladder
