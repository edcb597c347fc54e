// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/connection_shape.h"

#include "core/analysis/collected_findings.h"
#include "core/finding/ecn_rules.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace tcpladder {

namespace {

using Segments = std::span<const ShapedSegment>;
using Values = decltype(Finding::values);

SegmentId segmentAt(SegmentId place, Segments segments)
{
    return place.isValid() ? segments[place.value].id : SegmentId();
}

SegmentId segmentAt(SegmentId place, std::span<const SegmentId> ids)
{
    return place.isValid() ? ids[place.value] : SegmentId();
}

Timestamp timeAt(SegmentId place, Segments segments)
{
    return segments[place.value].time;
}

/// As the rules fill in those kinds that do nothing but hand numbers on, or count segments.
Values valuesOf(const Finding& ofShape, const ShapedSegment& segment)
{
    switch (ofShape.kind) {
    case FindingKind::SynRetransmission: return {segment.sequence.value};
    case FindingKind::Refused:
    case FindingKind::ThreeSegmentClose: return {segment.acknowledgment.value};
    case FindingKind::Rst: return {segment.sequence.value, segment.sequence.value};
    case FindingKind::Ecn: return {ecnBits(segment.flags), segment.trafficClass & 3U};
    case FindingKind::NeverClosed: return ofShape.values;
    default: return {};
    }
}

// --- out of the segments of one connection

SegmentId placeOf(SegmentId id, Segments segments)
{
    const auto found = std::ranges::find(segments, id, &ShapedSegment::id);
    return found == segments.end() ? SegmentId() : SegmentId(static_cast<std::size_t>(found - segments.begin()));
}

Transition shapeOf(Transition transition, Segments segments)
{
    for (SegmentId* const id : {&transition.cause, &transition.after, &transition.proof})
        *id = placeOf(*id, segments);
    return transition;
}

TimeWait shapeOf(TimeWait stay, Segments segments)
{
    for (SegmentId* const id : {&stay.startedBy, &stay.lastAck})
        *id = placeOf(*id, segments);
    return stay;
}

Finding shapeOf(Finding finding, Segments segments)
{
    for (SegmentId* const id : {&finding.segment, &finding.related})
        *id = placeOf(*id, segments);
    return finding;
}

std::vector<TimeWait> staysOf(const ConnectionAnalysis& analysis)
{
    std::vector<TimeWait> stays;
    for (const Side side : {Side::A, Side::B})
        if (const auto stay = analysis.timeWait(side))
            stays.push_back(*stay);
    return stays;
}

/// With times that are the same nobody sees which of them something is.
bool areTimesDistinct(Segments segments)
{
    std::vector<Timestamp> times(segments.size());
    std::ranges::transform(segments, times.begin(), &ShapedSegment::time);
    std::ranges::sort(times);
    return std::ranges::adjacent_find(times) == times.end() && times.front() != unknownTime;
}

auto putIn(auto toConnection, Segments segments)
{
    return [toConnection, segments](const auto& ofShape) { return toConnection(ofShape, segments); };
}

/// Whether the shape says of the very connection that it was made of what the analysis says.
bool saysTheSame(const ConnectionShape& shape, const ConnectionAnalysis& analysis, std::span<const Finding> findings,
    Segments segments)
{
    const ShapedIds ids = idsOf(segments);
    const auto stayOfThis = [&](const TimeWait& stay) { return stayOf(stay, startOf(stay, segments), ids.all()); };
    return std::ranges::equal(transitionsOf(shape, ids.all()), analysis.transitions())
        && std::ranges::equal(shape.stays, staysOf(analysis), {}, stayOfThis)
        && std::ranges::equal(shape.findings, findings, {}, putIn(findingOf, segments))
        && factsOf(shape, ownFactsOf(shape, segments)) == analysis.facts();
}

/// What the analysis of the segments gives; none where more than their shape decides it.
std::optional<ConnectionShape> learnShape(const ConnectionShape& before, Segments segments)
{
    ConnectionAnalysis analysis;
    CollectedFindings earlier;
    for (const ShapedSegment& one : segments.first(segments.size() - 1))
        analysis.take(one.whole(), one.id, one.sender, earlier);
    CollectedFindings findings;
    analysis.take(segments.back().whole(), segments.back().id, segments.back().sender, findings);

    ConnectionShape shape;
    shape.isLearnt = true;
    const auto ofShape = [segments](const auto& value) { return shapeOf(value, segments); };
    std::ranges::transform(analysis.transitions(), std::back_inserter(shape.course), ofShape);
    std::ranges::transform(staysOf(analysis), std::back_inserter(shape.stays), ofShape);
    std::ranges::transform(findings.all(), std::back_inserter(shape.findings), ofShape);
    shape.facts = analysis.facts();
    shape.hasEnd = shape.facts.hasEnd;
    shape.endOfRoundTrip = before.endOfRoundTrip;
    if (!shape.endOfRoundTrip.isValid() && shape.facts.initialRoundTrip)
        shape.endOfRoundTrip = SegmentId(segments.size() - 1);
    shape.isAtRest = analysis.isAtRest();
    shape.isUnanswered = analysis.isUnanswered();
    if (shape.course.size() > ConnectionShape::mostTransitions
        || !saysTheSame(shape, analysis, findings.all(), segments))
        return {};
    // Whenever that is: the time matters only to who repeats something that was answered before.
    CollectedFindings atEnd;
    analysis.finish(atEnd);
    std::ranges::transform(atEnd.all(), std::back_inserter(shape.endFindings), ofShape);
    const bool isSameAtEnd = std::ranges::equal(shape.endFindings, atEnd.all(), {}, putIn(findingOf, segments));
    return isSameAtEnd ? std::optional(std::move(shape)) : std::nullopt;
}

} // namespace

ShapedIds idsOf(Segments segments)
{
    ShapedIds ids;
    for (const ShapedSegment& segment : segments)
        ids.add(segment.id);
    return ids;
}

TransitionList transitionsOf(const ConnectionShape& shape, std::span<const SegmentId> ids)
{
    TransitionList transitions;
    for (Transition transition : shape.course) {
        for (SegmentId* const id : {&transition.cause, &transition.after, &transition.proof})
            *id = segmentAt(*id, ids);
        transitions.add(transition);
    }
    return transitions;
}

Timestamp startOf(const TimeWait& ofShape, Segments segments)
{
    return timeAt(ofShape.lastAck.isValid() ? ofShape.lastAck : ofShape.startedBy, segments);
}

TimeWait stayOf(TimeWait ofShape, Timestamp start, std::span<const SegmentId> ids)
{
    ofShape.start = ofShape.lastStart = start;
    for (SegmentId* const id : {&ofShape.startedBy, &ofShape.lastAck})
        *id = segmentAt(*id, ids);
    return ofShape;
}

Finding findingOf(Finding ofShape, Segments segments)
{
    ofShape.values = valuesOf(ofShape, segments.back());
    for (SegmentId* const id : {&ofShape.segment, &ofShape.related})
        *id = segmentAt(*id, segments);
    return ofShape;
}

OwnFacts ownFactsOf(const ConnectionShape& shape, Segments segments)
{
    OwnFacts facts;
    CapturePointWatch capturePoint;
    Timestamp asked = unknownTime;
    for (const ShapedSegment& segment : segments) {
        capturePoint.note(segment, segment.sender);
        if (!segment.has(TcpFlag::Syn)) {
            if (capturePoint.isDecided())
                break;
            continue;
        }
        if (!segment.has(TcpFlag::Ack))
            asked = segment.time;
        facts.maximumSegmentSize[indexOf(segment.sender)] = segment.maximumSegmentSize;
        facts.windowScale[indexOf(segment.sender)] = segment.windowScale;
    }
    facts.capturePoint = capturePoint.verdict();
    if (const SegmentId end = shape.endOfRoundTrip; end.isValid())
        facts.initialRoundTrip = timeBetween(asked, timeAt(end, segments));
    return facts;
}

ConnectionFacts factsOf(const ConnectionShape& shape, const OwnFacts& own)
{
    ConnectionFacts facts = shape.facts;
    facts.maximumSegmentSize = own.maximumSegmentSize;
    facts.windowScale = own.windowScale;
    facts.capturePoint = own.capturePoint;
    facts.initialRoundTrip = own.initialRoundTrip;
    return facts;
}

void ConnectionShapes::noteCompleted(ConnectionShape& shape)
{
    for (ConnectionShape* one = &shape; one; one = one->before)
        ++one->completed;
}

void ConnectionShapes::noteAbandoned(ConnectionShape& shape)
{
    for (ConnectionShape* one = &shape; one; one = one->before)
        ++one->abandoned;
}

ConnectionShape* ConnectionShapes::learn(ConnectionShape& shape, UsualStep step, Segments segments)
{
    ConnectionShape*& next = shape.after[step.code];
    if (next == &m_unlike)
        return nullptr;
    if (next != &m_seen.back()) {
        next = next ? next + 1 : m_seen.data();
        return nullptr;
    }
    if (areFull() || !areTimesDistinct(segments))
        return nullptr;
    auto learnt = learnShape(shape, segments);
    if (learnt)
        learnt->before = &shape;
    next = learnt ? &m_shapes.emplace_back(std::move(*learnt)) : &m_unlike;
    return learnt ? next : nullptr;
}

} // namespace tcpladder
