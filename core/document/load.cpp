// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/load.h"

#include "core/document/builder.h"
#include "core/source/open_capture.h"

namespace tcpladder {

std::optional<Error> whyEmpty(const CaptureDocument& document)
{
    if (document.segmentCount() > 0)
        return {};
    for (std::size_t i = 0; i < document.findingCount(); ++i) {
        const Finding& finding = document.finding(FindingId(i));
        if (finding.kind == FindingKind::UnsupportedPacket)
            return Error{ErrorCode::UnsupportedLinkType, {}, "LINKTYPE " + std::to_string(finding.values[0])};
    }
    return document.summary().damage;
}

Result<std::unique_ptr<CaptureDocument>> loadCapture(const std::filesystem::path& path)
{
    auto capture = openCapture(path);
    if (!capture)
        return std::unexpected(capture.error());
    auto document = std::make_unique<CaptureDocument>(capture->store);
    DocumentBuilder(*document, *capture).run({});
    if (auto error = whyEmpty(*document))
        return std::unexpected(*error);
    return document;
}

} // namespace tcpladder
