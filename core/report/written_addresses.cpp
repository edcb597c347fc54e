// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/written_addresses.h"

#include "core/finding/text_finding.h"

namespace tcpladder {

std::optional<std::array<std::string, 2>> writtenAddresses(
    const CaptureDocument& document, const ConnectionEntry& entry)
{
    std::optional<std::array<std::string, 2>> result;
    for (const FindingId id : entry.findings) {
        const Finding& finding = document.finding(id);
        if (finding.kind == FindingKind::TextSameAddresses)
            return {};
        const bool isIpv4 = finding.variant == static_cast<std::uint8_t>(TextAddressesVariant::Ipv4);
        if (finding.kind != FindingKind::TextAddressesDiffer || !isIpv4)
            continue;
        const Side sender = document.segment(finding.segment).sender;
        result.emplace();
        (*result)[indexOf(sender)] = formatAddress(unpackAddress(finding.values[1], false));
        (*result)[indexOf(peerOf(sender))] = formatAddress(unpackAddress(finding.values[1], true));
    }
    return result;
}

} // namespace tcpladder
