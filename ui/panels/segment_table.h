// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace tcpladder {

class CaptureSession;
class SegmentModel;
class Selection;
class Theme;

/// The segments of the selected connection as a table, for screen readers and for whoever wants to compare numbers.
class SegmentTable : public QTableView
{
    Q_OBJECT

public:
    SegmentTable(const CaptureSession& session, Selection& selection, const Theme& theme, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void setLooks(const Theme& theme);
    void followSelection();

    const CaptureSession& m_session;
    Selection& m_selection;
    SegmentModel* m_model;
    bool m_isFollowing = false;
};

} // namespace tcpladder
