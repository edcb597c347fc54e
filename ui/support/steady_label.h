// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace tcpladder {

/// A text whose numbers change many times a second. It takes the room of the widest that it has shown: what stands
/// beside it stays where it is, and nothing is laid out or painted anew but the text.
class SteadyLabel : public QLabel
{
    Q_OBJECT

public:
    using QLabel::QLabel;

    void showText(const QString& text);
    /// The next text is of something else.
    void forgetWidth();
};

} // namespace tcpladder
