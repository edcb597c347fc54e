// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finding/finding.h"

namespace tcpladder {

namespace {

using enum Severity;

constexpr std::array kinds = std::to_array<FindingKindInfo>({
    {"syn_retransmission", Warning, "RFC 6298 2"},
    {"rto_retransmission", Warning, "RFC 6298 5"},
    {"fast_retransmission", Warning, "RFC 5681 3.2"},
    {"spurious_retransmission", Note, "RFC 9293 3.10.7.4 first"},
    {"fin_retransmission", Warning, "RFC 6298 5"},
    {"out_of_order", Note, "RFC 9293 3.10.7.4"},
    {"segment_not_captured", Warning, "RFC 9293 3.4"},
    {"ack_of_unseen", Warning, "RFC 9293 3.4"},
    {"dup_ack", Note, "RFC 5681 2"},
    {"sack", Note, "RFC 2018 3"},
    {"dsack", Note, "RFC 2883 4"},
    {"zero_window", Warning, "RFC 9293 3.8.6"},
    {"zero_window_probe", Note, "RFC 9293 3.8.6.1"},
    {"zero_window_probe_ack", Note, "RFC 9293 3.8.6.1"},
    {"window_full", Note, "RFC 9293 3.8.6"},
    {"window_update", Note, "RFC 9293 3.8.6"},
    {"keep_alive", Note, "RFC 9293 3.8.4"},
    {"keep_alive_ack", Note, "RFC 9293 3.8.4"},
    {"port_reuse", Note, "RFC 9293 3.6.1"},
    {"half_open", Warning, "RFC 9293 3.5.1"},
    {"refused", Warning, "RFC 9293 3.10.7.1"},
    {"rst", Warning, "RFC 9293 3.5.2"},
    {"rst_ignored", Warning, "RFC 9293 3.5.3"},
    {"challenge_ack", Note, "RFC 5961 3"},
    {"syn_in_time_wait", Note, "RFC 9293 3.6.1"},
    {"time_wait_restarted", Note, "RFC 9293 3.10.7.4 eighth"},
    {"time_wait_assassinated", Warning, "RFC 1337 2"},
    {"half_close", Note, "RFC 9293 3.6.1"},
    {"never_closed", Note, "RFC 9293 3.6"},
    {"simultaneous_open", Note, "RFC 9293 3.5"},
    {"simultaneous_close", Note, "RFC 9293 3.6"},
    {"three_segment_close", Note, "RFC 9293 3.10.7.4 eighth"},
    {"midstream_start", Note, "RFC 9293 3.5"},
    {"one_sided", Warning, ""},
    {"fast_open", Note, "RFC 7413 3"},
    {"oversized_segment", Note, "RFC 9293 3.7.1"},
    {"captured_twice", Note, "RFC 6864 4"},
    {"checksum_wrong", Warning, "RFC 9293 3.1"},
    {"checksum_partial", Note, "RFC 9293 3.1"},
    {"clock_backwards", Warning, ""},
    {"bad_option", Warning, "RFC 9293 3.1"},
    {"truncated_header", Warning, ""},
    {"malformed_packet", Error, "RFC 9293 3.1"},
    {"unsupported_packet", Note, ""},
    {"ecn", Note, "RFC 3168 6.1"},
    {"accecn", Note, "RFC 9768 3.1"},
    {"icmp_error", Warning, "RFC 9293 3.9.2.2"},
    {"text_flags_differ", Error, "RFC 9293 3.1"},
    {"text_addresses_differ", Warning, ""},
    {"text_same_addresses", Warning, ""},
    {"text_unreadable_line", Warning, ""},
    {"ack_does_not_cover_fin", Note, "RFC 9293 3.10.7.4 fifth"},
    {"capture_cut_short", Warning, ""},
    {"text_numbers_differ", Error, "RFC 9293 3.1"},
    {"text_names_unresolved", Note, ""},
    {"paws", Note, "RFC 7323 5.3"},
    {"fragment_missing", Warning, "RFC 791 3.2"},
});

} // namespace

std::string_view severityName(Severity severity)
{
    static constexpr std::array names = std::to_array<std::string_view>({"note", "warning", "error"});
    static_assert(names.size() == static_cast<std::size_t>(Severity::Count));
    return names.at(static_cast<std::size_t>(severity));
}

const FindingKindInfo& findingKindInfo(FindingKind kind)
{
    static_assert(kinds.size() == static_cast<std::size_t>(FindingKind::Count));
    return kinds.at(static_cast<std::size_t>(kind));
}

std::string_view clauseOf(const Finding& finding)
{
    struct VariantClause
    {
        FindingKind kind;
        std::uint8_t variant;
        std::string_view clause;
    };
    using enum FindingKind;
    static constexpr std::array clauses = std::to_array<VariantClause>({
        {RtoRetransmission, 0, "RFC 6298 5.4"},
        {DupAck, 1, "RFC 6675 2"},
        {HalfOpen, 1, "RFC 9293 3.10.7.3 first"},
        {Rst, 0, "RFC 9293 3.10.5"},
        {Rst, 1, "RFC 9293 3.10.7.1"},
        {Rst, 2, "RFC 9293 3.6.1"},
        {Rst, 3, "RFC 9293 3.10.7.3 first"},
        {Rst, 4, "RFC 9293 3.8.3"},
        {NeverClosed, 2, "RFC 9293 3.10.8"},
        {NeverClosed, 3, "RFC 9293 3.10.8"},
        {Ecn, 2, "RFC 3168 5"},
    });
    for (const VariantClause& entry : clauses)
        if (entry.kind == finding.kind && entry.variant == finding.variant)
            return entry.clause;
    return findingKindInfo(finding.kind).clause;
}

} // namespace tcpladder
