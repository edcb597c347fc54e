// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding/finding.h"

namespace tcpladder {

/// Where rules put what they find. The document keeps findings in the order of their segments.
class FindingSink
{
public:
    virtual ~FindingSink() = default;

    virtual FindingId add(const Finding& finding) = 0;

    /// Takes a finding back that later evidence has shown to be wrong.
    virtual void withdraw(FindingId finding) = 0;
};

} // namespace tcpladder
