// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_series.h"

#include <QWidget>

#include <map>

class QToolButton;

namespace tcpladder {

/// The text of a role, with what is noted on it.
QString legendText(SeriesRole role, const std::map<SeriesRole, QString>& notes);

/// The legend as a picture shows it, in as many rows as it takes; its height.
qreal paintLegend(QPainter& painter, const QRectF& rect, const QList<SeriesRole>& roles,
    const std::map<SeriesRole, QString>& notes, const Theme& theme);

/// The series of a chart, each a button that switches it on and off. As many rows as they take; or just one, and what
/// has no room in it is in the menu of a button at its end.
class ChartLegend : public QWidget
{
    Q_OBJECT

public:
    explicit ChartLegend(const Theme& theme, QWidget* parent = nullptr);

    /// \param note on a role, as over which time it is averaged
    void setRoles(const QList<SeriesRole>& roles, const std::map<SeriesRole, QString>& notes);
    const SeriesRoles& hidden() const { return m_hidden; }
    void setOneRow(bool isOneRow);

signals:
    void hiddenChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QToolButton* addButton(SeriesRole role);
    QToolButton* createMoreButton();
    /// Shows what has room, and the button for the rest.
    void arrange();
    qsizetype fittingCount() const;
    void fillMoreMenu();
    void setShown(SeriesRole role, bool isShown);
    void refreshIcons();

    const Theme& m_theme;
    QList<SeriesRole> m_roles;
    std::map<SeriesRole, QString> m_notes;
    std::map<SeriesRole, QToolButton*> m_buttons;
    SeriesRoles m_hidden;
    QToolButton* m_more;
    bool m_isOneRow = false;
};

} // namespace tcpladder
