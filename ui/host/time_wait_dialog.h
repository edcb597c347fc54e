// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTimer>

class QLabel;

namespace tcpladder {

class TimeWaitModel;

/// A list of this host's sockets in TIME_WAIT, with how long the kernel keeps each. Stays open beside the window.
class TimeWaitDialog : public QDialog
{
    Q_OBJECT

public:
    explicit TimeWaitDialog(QWidget* parent = nullptr);

private:
    void look();

    TimeWaitModel* m_model;
    QLabel* m_summary;
    QTimer m_timer;
};

} // namespace tcpladder
