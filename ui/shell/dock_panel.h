// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

class QLabel;

namespace tcpladder {

class Theme;

/// A dock with the window's kind of title: a name at the left, a detail at the right, and a button to close it.
class DockPanel : public QDockWidget
{
    Q_OBJECT

public:
    /// name, which is not shown, is what the remembered layout knows the dock by.
    DockPanel(const QString& title, const QString& name, QWidget* content, const Theme& theme, QWidget* parent);

public slots:
    /// "2", "segment 3 · 52 bytes"
    void setDetail(const QString& detail);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void elideDetail();
    QWidget* createTitle(const QString& title, const Theme& theme);
    void setBody(QWidget* content);

    QLabel* m_detail = nullptr;
    QString m_whole; ///< detail, of which m_detail shows what has room
};

} // namespace tcpladder
