// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/states/token_motion.h"

#include <QEasingCurve>

#include <algorithm>

namespace tcpladder {

namespace {

constexpr std::size_t mostSteps = 3; ///< more at once is a jump

/// Of the walk's steps from begin on, those that begin one of the two.
bool isContinuedBy(const Walk& shorter, const Walk& longer)
{
    const std::size_t more = longer.steps.size() - shorter.steps.size();
    return longer.steps.size() > shorter.steps.size() && more <= mostSteps
        && std::equal(shorter.steps.begin(), shorter.steps.end(), longer.steps.begin());
}

const WalkedEdge* wayOfStep(const DiagramScene& scene, std::size_t step)
{
    const auto& ways = scene.walked.edges;
    const auto found = std::ranges::find_if(
        ways, [step](const WalkedEdge& way) { return std::ranges::find(way.steps, step) != way.steps.end(); });
    return found == ways.end() ? nullptr : &*found;
}

/// Along the ways of the side's steps from first on, from where its token was to where it will be.
QPainterPath pathAlong(Side side, const DiagramScene& shorter, const DiagramScene& longer)
{
    QPainterPath path(shorter.walked.tokens[indexOf(side)].centre);
    bool isAny = false;
    for (std::size_t i = shorter.walk.steps.size(); i < longer.walk.steps.size(); ++i) {
        const WalkedEdge* way = longer.walk.steps[i].side == side ? wayOfStep(longer, i) : nullptr;
        if (!way)
            continue;
        path.lineTo(way->path.elementAt(0)); // connectPath drops a place that nothing was drawn from
        path.connectPath(way->path);
        isAny = true;
    }
    if (!isAny)
        return {};
    path.lineTo(longer.walked.tokens[indexOf(side)].centre);
    return path;
}

} // namespace

QPainterPath tokenPath(Side side, const DiagramScene& before, const DiagramScene& after)
{
    if (before.figure.bounds != after.figure.bounds)
        return {};
    if (isContinuedBy(before.walk, after.walk))
        return pathAlong(side, before, after);
    if (isContinuedBy(after.walk, before.walk))
        return pathAlong(side, after, before).toReversed();
    return {};
}

TokenMotion::TokenMotion(QObject* parent)
    : QObject(parent)
{
    m_animation.setStartValue(0.0);
    m_animation.setEndValue(1.0);
    m_animation.setEasingCurve(QEasingCurve::InOutQuad);
    connect(&m_animation, &QVariantAnimation::valueChanged, this, &TokenMotion::showFrame);
    connect(&m_animation, &QAbstractAnimation::finished, this, &TokenMotion::moved);
}

/// Qt's animations have 60 frames a second; the rest of the window is content with 25.
void TokenMotion::showFrame()
{
    constexpr int betweenFrames = 40; // ms
    if (m_sinceFrame.elapsed() < betweenFrames)
        return;
    m_sinceFrame.start();
    emit moved();
}

void TokenMotion::begin(const DiagramScene& before, const DiagramScene& after, int milliseconds)
{
    const bool isTooFast = m_sinceLast.isValid() && m_sinceLast.elapsed() < milliseconds;
    m_sinceLast.start();
    stop();
    if (milliseconds <= 0 || isTooFast)
        return;
    for (const Side side : {Side::A, Side::B})
        m_paths[indexOf(side)] = tokenPath(side, before, after);
    if (m_paths[0].isEmpty() && m_paths[1].isEmpty())
        return;
    m_sinceFrame.start();
    m_animation.setDuration(milliseconds);
    m_animation.start();
}

void TokenMotion::stop()
{
    m_animation.stop();
    m_paths = {};
}

void TokenMotion::place(DiagramScene& scene) const
{
    if (!isMoving())
        return;
    for (StateToken& token : scene.walked.tokens) {
        const QPainterPath& path = m_paths[indexOf(token.side)];
        if (!path.isEmpty())
            token.centre = path.pointAtPercent(std::clamp(m_animation.currentValue().toReal(), 0.0, 1.0));
    }
}

} // namespace tcpladder
