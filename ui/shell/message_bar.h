// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding/finding.h"

#include <QFrame>

#include <functional>

class QLabel;
class QToolButton;

namespace tcpladder {

class Theme;

/// What a message offers to do; it closes the message.
struct MessageOffer
{
    QString text; ///< of the button
    std::function<void()> run;
};

/// A line above the views that says what went wrong, until it is closed or replaced. It never stops the user.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(const Theme& theme, QWidget* parent = nullptr);

    void showMessage(Severity severity, const QString& text, const MessageOffer& offer = {});
    QString text() const;

signals:
    /// By the user, who has read it and doesn't take what it offers.
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Severity m_severity = Severity::Note;
    QLabel* m_text;
    QToolButton* m_offer;
    std::function<void()> m_run;
};

} // namespace tcpladder
