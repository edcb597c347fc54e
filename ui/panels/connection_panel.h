// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;

namespace tcpladder {

class CaptureSession;
class ConnectionModel;
class Selection;
class Theme;
class UniformListView;

/// The list of connections with a filter above it.
class ConnectionPanel : public QWidget
{
    Q_OBJECT

public:
    ConnectionPanel(const CaptureSession& session, Selection& selection, const Theme& theme, QWidget* parent = nullptr);

    QSize sizeHint() const override { return {310, 480}; }

public slots:
    void focusFilter();

signals:
    /// For the title: "2", or "3 of 400,000" while filtered.
    void countChanged(const QString& text);

private:
    QWidget* createFilterRow();
    void createList(const Theme& theme);
    void applyFilter();
    void showFiltered();
    void applySort();
    void selectFromList();
    void followSelection();
    void announceCount();

    const CaptureSession& m_session;
    Selection& m_selection;
    ConnectionModel* m_model;
    QLineEdit* m_filter = nullptr;
    QComboBox* m_order = nullptr;
    UniformListView* m_list = nullptr;
    QTimer m_filterDelay; ///< a person types faster than a big capture filters
};

} // namespace tcpladder
