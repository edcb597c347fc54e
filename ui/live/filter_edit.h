// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace tcpladder {

class HelperQuery;
class Theme;

/// A capture filter in libpcap's language, checked while it is typed, with what libpcap says of it below.
class FilterEdit : public QWidget
{
    Q_OBJECT

public:
    FilterEdit(HelperQuery& query, const Theme& theme, QWidget* parent = nullptr);

    QString filter() const;
    void setFilter(const QString& filter);
    /// What the filter's words can mean depends on the device.
    void setDevice(const QString& device);
    /// Whether libpcap understands what stands there now.
    bool isUnderstood() const { return m_isUnderstood; }
    QLineEdit& line() const { return *m_line; }

signals:
    void checked();

private:
    void check();
    void takeAnswer(const QString& filter, const QString& error);

    HelperQuery& m_query;
    const Theme& m_theme;
    QLineEdit* m_line;
    QLabel* m_answer;
    QTimer m_pause;
    QString m_device;
    bool m_isUnderstood = true;
};

} // namespace tcpladder
