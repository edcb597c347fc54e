// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/empty_text.h"

#include "ui/session/capture_session.h"

#include <QCoreApplication>

namespace tcpladder {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(session)
};

std::size_t segmentsIn(const CaptureDocument& document)
{
    const CaptureDocument::Reading reading(document);
    return document.segmentCount();
}

} // namespace

QString emptyText(const CaptureSession& session)
{
    const CaptureDocument* document = session.document();
    if (!document || segmentsIn(*document) > 0)
        return {};
    if (session.isFollowing())
        return Words::tr("No TCP segment yet. What comes is shown here.");
    if (session.state() == CaptureSession::State::Loading)
        return {};
    return Words::tr("There is no TCP segment in this capture.");
}

} // namespace tcpladder
