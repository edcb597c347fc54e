// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/text/dump_start.h"
#include "core/source/text/text_flows.h"
#include "core/source/text/text_names.h"
#include "core/source/text/text_record.h"
#include "core/source/text_witness.h"

namespace tcpladder {

/// Endpoints of a summary, in numbers.
struct TextEndpoints
{
    TextFlowKey key;
    bool hasPlaceholders = false; ///< a name stood for an address or port
};

/// Nothing where the two addresses are not of one IP version.
std::optional<TextEndpoints> resolveEndpoints(const TcpdumpLine& summary, TextNames& names);

/// What a summary says, with its numbers made absolute.
void fillWitness(TextWitness& witness, const TcpdumpLine& summary, const AbsoluteNumbers& numbers);

} // namespace tcpladder
