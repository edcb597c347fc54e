// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/find/segment_finder.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace tcpladder {

class CaptureSession;
class Selection;

/// Searches the selected connection a few milliseconds at a time, between what the user does, and selects what is
/// found.
class SegmentSearch : public QObject
{
    Q_OBJECT

public:
    SegmentSearch(const CaptureSession& session, Selection& selection, QObject* parent = nullptr);

    /// Looks for it from where the user is, and shows the first match from there on. An empty one ends the search.
    void look(const SegmentQuery& query);
    /// The next match behind the selected segment, and behind the last one the first.
    void goToNext();
    void goToPrevious();

    /// Also while what was found is yet to be shown.
    bool isSearching() const { return !m_query.isEmpty() && (!m_finder.isAtEnd() || m_want != Want::Nothing); }
    const SegmentQuery& query() const { return m_query; }
    std::size_t matchCount() const { return m_finder.matches().size(); }
    /// Which of the matches is selected, from 0.
    std::optional<std::size_t> selectedMatch() const;

signals:
    /// There are more matches, or another one is selected.
    void changed();
    /// It went on at the other end.
    void wrapped(bool isForward);
    /// A match was selected.
    void shown();

private:
    enum class Want : std::uint8_t { Nothing, FirstFromHere, Next, Previous };

    void startAnew();
    void growOn();
    void step();
    void want(Want what);
    bool reach();
    bool goTo(std::size_t position);
    bool goRound(bool isForward);

    const CaptureSession& m_session;
    Selection& m_selection;
    SegmentQuery m_query;
    SegmentFinder m_finder;
    Want m_want = Want::Nothing;
    std::size_t m_from = 0; ///< position that the way to a match begins at
    QTimer m_timer;
    QElapsedTimer m_told; ///< since it last said that it goes on
};

} // namespace tcpladder
