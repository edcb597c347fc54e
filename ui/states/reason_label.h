// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QWidget>

#include <map>

class QLabel;

namespace tcpladder {

struct StateReason;
class Theme;

/// An endpoint's token, the change of its state, and why. It places its text itself and remembers how high that is: a
/// layout would lay out a rich text half a dozen times for each sentence.
class ReasonLabel : public QWidget
{
    Q_OBJECT

public:
    ReasonLabel(Side side, const Theme& theme, QWidget* parent = nullptr);

    void setReason(const StateReason& reason);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    Side m_side;
    const Theme& m_theme;
    QLabel* m_text;
    mutable std::map<int, int> m_heights; ///< of the sentence, by width
};

} // namespace tcpladder
