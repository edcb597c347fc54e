// SPDX-License-Identifier: GPL-3.0-or-later
// Zooms by what is to be seen.
#include "ui/ladder/ladder_view.h"

#include <QScrollBar>

#include <cmath>
#include <functional>

namespace tcpladder {

namespace {

constexpr int halvings = 14; ///< of the range that the answer is in: then it is nearer than a pixel

/// The largest value of the range at which it fits, given that all smaller ones do as well; nothing where none does.
std::optional<double> largestThat(double smallest, double largest, const std::function<bool(double)>& fits)
{
    if (!fits(smallest))
        return std::nullopt;
    if (fits(largest))
        return largest;
    for (int i = 0; i < halvings; ++i) {
        const double middle = std::sqrt(smallest * largest);
        (fits(middle) ? smallest : largest) = middle;
    }
    return smallest;
}

} // namespace

/// Measured without scroll bars in the directions in which it fits.
bool LadderView::fitsAt(qreal zoom, Qt::Orientations directions)
{
    QSize view = maximumViewportSize();
    LadderGeometry where = geometryFor(zoom, view);
    if (contentHeight(where, frame().rowCount()) > view.height() - where.headerHeight) {
        if (directions & Qt::Vertical)
            return false;
        view.rwidth() -= verticalScrollBar()->sizeHint().width();
        where = geometryFor(zoom, view);
    }
    return !(directions & Qt::Horizontal) || where.width <= view.width();
}

void LadderView::fitWidth()
{
    const auto zoom
        = largestThat(smallestZoom, largestZoom, [this](qreal tried) { return fitsAt(tried, Qt::Horizontal); });
    setZoom(zoom.value_or(smallestZoom));
}

bool LadderView::fitConnection()
{
    if (m_look.spacing != RowSpacing::Even)
        return fitTime();
    const auto find = [this] {
        return largestThat(
            smallestZoom, largestZoom, [this](qreal tried) { return fitsAt(tried, Qt::Horizontal | Qt::Vertical); });
    };
    auto zoom = find();
    if (!zoom) {
        m_reader.foldAll();
        m_isFrameCurrent = false;
        setFoldsRuns(true);
        zoom = find();
    }
    setZoom(zoom.value_or(smallestZoom));
    keepInSight(frame().selectedRow);
    return zoom.has_value();
}

/// Type keeps its size; time gives way.
bool LadderView::fitTime()
{
    fitWidth();
    setZoom(std::min(m_zoom, 1.0));
    const auto timeZoom = largestThat(1 / largestTimeZoom, largestTimeZoom, [this](double tried) {
        m_look.timeZoom = tried;
        m_isFrameCurrent = false;
        return fitsAt(m_zoom, Qt::Vertical);
    });
    m_isFrameCurrent = false;
    m_look.timeZoom = timeZoom.value_or(1 / largestTimeZoom);
    keepInSight(frame().selectedRow);
    emit lookChanged();
    return timeZoom.has_value();
}

} // namespace tcpladder
