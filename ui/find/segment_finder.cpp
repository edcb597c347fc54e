// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/find/segment_finder.h"

#include "core/finding/segment_fate.h"
#include "ui/ladder/label_reader.h"
#include "ui/support/finding_text.h"
#include "ui/support/format_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace tcpladder {

namespace {

constexpr std::uint8_t bareHeader = 20;        ///< octets of a header without options
constexpr std::size_t findingsAtOnce = 20'000; ///< to sort half a million of them takes longer than a step
constexpr std::size_t mayStillChange = 1000;   ///< segments that later ones have something to say about

/// "seq 17" on a line of its own. Millions of them are made, hence no formatting by Qt.
void addNumber(QString& text, const char* name, std::int64_t number)
{
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    text += QLatin1String(name);
    text += QLatin1String(digits.data(), end - digits.data());
    text += u'\n';
}

/// "0x8010", the word as the header has it, or without the data offset.
void addHex(QString& text, std::uint16_t word)
{
    text += QStringLiteral("0x%1\n").arg(word, word > TcpFlags::mask ? 4 : 3, 16, QLatin1Char('0'));
}

} // namespace

void SegmentFinder::start(ConnectionId connection, SegmentQuery query)
{
    if (connection != m_connection)
        m_findings.clear();
    m_connection = connection;
    m_query = std::move(query);
    m_next = 0;
    m_isAtEnd = m_query.isEmpty() || !connection.isValid();
    m_matches.clear();
    m_origins = {};
    for (std::size_t i = 0; i < m_kinds.size(); ++i)
        m_kinds.set(i, m_query.isIn(findingTitle(static_cast<FindingKind>(i))));
    m_isSaidOfLoss = m_query.isIn(presumedLossText());
}

void SegmentFinder::lookAgainAtTheLast()
{
    if (m_query.isEmpty() || !m_connection.isValid())
        return;
    m_next -= std::min(m_next, mayStillChange);
    m_matches.erase(std::ranges::lower_bound(m_matches, m_next), m_matches.end());
    m_isAtEnd = false;
}

std::optional<std::size_t> SegmentFinder::rankOf(std::size_t position) const
{
    const auto found = std::ranges::lower_bound(m_matches, position);
    if (found == m_matches.end() || *found != position)
        return std::nullopt;
    return static_cast<std::size_t>(found - m_matches.begin());
}

/// Options are read from the file, so they are asked last, and with the loader let go on.
bool SegmentFinder::advance(const CaptureDocument& document, std::size_t count)
{
    if (m_isAtEnd)
        return false;
    m_pending.clear();
    const std::size_t before = m_matches.size();
    {
        const CaptureDocument::Reading reading(document);
        const ConnectionEntry& entry = document.connection(m_connection);
        const auto& segments = entry.connection.segments;
        const bool asksFindings = m_kinds.any() || m_isSaidOfLoss;
        if (asksFindings && !m_findings.updateSome(document, entry.findings, findingsAtOnce))
            return true;
        prepare(document, entry);
        for (const std::size_t end = std::min(m_next + count, segments.size()); m_next < end; ++m_next) {
            if (isSaidAt(document, segments[m_next]))
                m_matches.push_back(m_next);
            else if (const SegmentRecord record = document.segment(segments[m_next]);
                record.headerLength() > bareHeader && !m_query.isOfHeader())
                m_pending.push_back({m_next, record});
        }
        m_isAtEnd = m_next >= segments.size();
    }
    for (const Pending& pending : m_pending) {
        if (isInOptions(document, pending.record))
            m_matches.push_back(pending.position);
    }
    std::ranges::sort(m_matches.begin() + static_cast<std::ptrdiff_t>(before), m_matches.end());
    return !m_isAtEnd;
}

void SegmentFinder::prepare(const CaptureDocument& document, const ConnectionEntry& entry)
{
    m_origins.update(document, entry.connection);
    m_facts = entry.analysis.facts();
    m_changes.clear();
    for (const Transition& transition : entry.analysis.transitions()) {
        if (transition.effectiveSegment().isValid() && m_query.isIn(formatState(transition.to)))
            m_changes.push_back(transition.effectiveSegment());
    }
    std::ranges::sort(m_changes);
}

bool SegmentFinder::isSaidAt(const CaptureDocument& document, SegmentId id)
{
    const SegmentRecord record = document.segment(id);
    const auto says = [&](const FindingIndex::Entry& at) {
        return m_kinds.test(static_cast<std::size_t>(document.finding(at.finding).kind));
    };
    const auto tellsOfLoss
        = [&](const FindingIndex::Entry& at) { return impliesLoss(document.finding(at.finding).kind); };
    if (m_query.isIn(record.flags()) || m_query.isNumberOf(record.packet) || isInHeader(record))
        return true;
    if (m_kinds.any() && std::ranges::any_of(m_findings.at(id), says))
        return true;
    if (m_isSaidOfLoss && std::ranges::any_of(m_findings.relatedTo(id), tellsOfLoss))
        return true;
    if (std::ranges::binary_search(m_changes, id))
        return true;
    const std::string comment = document.comment(record.packet);
    return !comment.empty() && m_query.isIn(QString::fromStdString(comment).simplified());
}

bool SegmentFinder::isInHeader(const SegmentRecord& record)
{
    const TcpFieldSet known = record.known;
    m_text.resize(0);
    for (const TcpFlagName& flag : tcpFlagNames) {
        if (record.has(flag.flag))
            m_text += QLatin1String(flag.name.data(), static_cast<qsizetype>(flag.name.size())) + u'\n';
    }
    addHex(m_text, record.flags().bits);
    addHex(m_text, record.offsetAndFlags);
    if (known.has(TcpField::Sequence)) {
        addNumber(m_text, "seq ", record.sequence.value);
        addNumber(m_text, "seq ", relativeNumber(record.sequence, m_origins.sequenceOrigin(record)));
    }
    if (record.has(TcpFlag::Ack) && known.has(TcpField::Acknowledgment)) {
        addNumber(m_text, "ack ", record.acknowledgment.value);
        addNumber(m_text, "ack ", relativeNumber(record.acknowledgment, m_origins.acknowledgmentOrigin(record)));
    }
    addNumber(m_text, "len ", record.payloadLength);
    if (known.has(TcpField::Window)) {
        addNumber(m_text, "win ", record.window);
        const auto shift = m_facts.windowShift(record.sender);
        if (shift && !record.has(TcpFlag::Syn))
            addNumber(m_text, "win ", std::int64_t{record.window} << *shift);
    }
    return m_query.isIn(m_text);
}

bool SegmentFinder::isInOptions(const CaptureDocument& document, const SegmentRecord& record) const
{
    const auto options = document.options(record);
    if (!options)
        return false;
    const bool isSyn = record.has(TcpFlag::Syn);
    const auto isInThose = [&](LabelFields fields) {
        return std::ranges::any_of(
            optionTexts(*options, isSyn, fields), [&](const OptionText& option) { return m_query.isIn(option.text); });
    };
    return isInThose({LabelField::Options}) || isInThose({LabelField::Timestamps});
}

} // namespace tcpladder
