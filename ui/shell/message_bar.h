// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding/finding.h"

#include <QFrame>

class QLabel;

namespace tcpladder {

class Theme;

/// A line above the views that says what went wrong, until it is closed or replaced. It never stops the user.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(const Theme& theme, QWidget* parent = nullptr);

    void showMessage(Severity severity, const QString& text);
    QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Severity m_severity = Severity::Note;
    QLabel* m_text;
};

} // namespace tcpladder
