// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QListView;

namespace tcpladder {

class CaptureSession;
class FindingModel;
class Selection;
class Theme;

/// What is worth attention in the selected connection, or in the whole capture.
class FindingPanel : public QWidget
{
    Q_OBJECT

public:
    FindingPanel(const CaptureSession& session, Selection& selection, const Theme& theme, QWidget* parent = nullptr);

    QSize sizeHint() const override { return {310, 330}; }

signals:
    void countChanged(const QString& text);

private:
    QWidget* createScopeRow();
    void createList(const Theme& theme);
    void selectFromList();
    void followSelection();
    void announceCount();

    const CaptureSession& m_session;
    Selection& m_selection;
    FindingModel* m_model;
    QListView* m_list = nullptr;
    QLabel* m_nothing = nullptr; ///< in place of an empty list
};

} // namespace tcpladder
