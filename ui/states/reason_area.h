// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/states/states_reader.h"

#include <QScrollArea>

#include <array>

namespace tcpladder {

class ReasonLabel;
class Theme;

/// Why each endpoint is where it is. In a low window the sentences scroll, and leave the diagram its size.
class ReasonArea : public QScrollArea
{
    Q_OBJECT

public:
    explicit ReasonArea(const Theme& theme, QWidget* parent = nullptr);

    void setReasons(const std::array<StateReason, 2>& reasons);
    /// The sentences' room grows and never shrinks until this is called, or while the width changes: the diagram would
    /// jump at each step.
    void forgetHeight();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void keepHeight();

    std::array<ReasonLabel*, 2> m_reasons{};
};

} // namespace tcpladder
