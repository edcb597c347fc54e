// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/load.h"

#include "core/document/builder.h"
#include "core/source/open_capture.h"

#include <pcap/pcap.h>

#include <string>

namespace tcpladder {

namespace {

/// "USER 1 (LINKTYPE 148)", as far as libpcap has a name for it.
std::string linkTypeName(std::uint64_t linkType)
{
    const std::string number = "LINKTYPE " + std::to_string(linkType);
    // From 105 on, and below 11, files and this system number link types alike.
    const bool isSame = linkType > 104 || linkType < 11;
    const char* name = isSame ? pcap_datalink_val_to_description(static_cast<int>(linkType)) : nullptr;
    return name ? std::string(name) + ", " + number : number;
}

} // namespace

std::optional<Error> whyEmpty(const CaptureDocument& document)
{
    if (document.segmentCount() > 0)
        return {};
    for (std::size_t i = 0; i < document.findingCount(); ++i) {
        const Finding& finding = document.finding(FindingId(i));
        if (finding.kind == FindingKind::UnsupportedPacket)
            return Error{ErrorCode::UnsupportedLinkType, {}, linkTypeName(finding.values[0])};
    }
    return document.summary().damage;
}

Result<std::unique_ptr<CaptureDocument>> loadCapture(const std::filesystem::path& path)
{
    return loadCaptures({&path, 1});
}

Result<std::unique_ptr<CaptureDocument>> loadCaptures(std::span<const std::filesystem::path> paths, const Clock& clock)
{
    auto capture = openCaptures(paths);
    if (!capture)
        return std::unexpected(capture.error());
    auto document = std::make_unique<CaptureDocument>(capture->store);
    DocumentBuilder(*document, *capture, clock).run({});
    if (auto error = whyEmpty(*document))
        return std::unexpected(*error);
    return document;
}

} // namespace tcpladder
