// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QWidget>

class QLabel;

namespace tcpladder {

struct StateReason;
class Theme;

/// An endpoint's token, the change of its state, and why.
class ReasonLabel : public QWidget
{
    Q_OBJECT

public:
    ReasonLabel(Side side, const Theme& theme, QWidget* parent = nullptr);

    void setReason(const StateReason& reason);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Side m_side;
    const Theme& m_theme;
    QLabel* m_text;
};

} // namespace tcpladder
