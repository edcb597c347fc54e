// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding/finding_sink.h"

#include <span>
#include <vector>

namespace tcpladder {

/// Those that rules report, for who wants nothing but to see them.
class CollectedFindings final : public FindingSink
{
public:
    FindingId add(const Finding& finding) override
    {
        m_findings.push_back(finding);
        return {};
    }
    void withdraw(FindingId) override { }

    std::span<const Finding> all() const { return m_findings; }

private:
    std::vector<Finding> m_findings;
};

} // namespace tcpladder
