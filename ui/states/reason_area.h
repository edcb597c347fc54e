// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/states/states_reader.h"

#include <QScrollArea>

#include <array>

namespace tcpladder {

class ReasonLabel;
class Theme;

/// Why each endpoint is where it is. In a low window the sentences scroll, and leave the diagram its size. Below them
/// there may be a line that does not scroll; it takes its room from theirs, so that no window need be taller for it.
class ReasonArea : public QScrollArea
{
    Q_OBJECT

public:
    static constexpr int leastHeight = 84; ///< a sentence for each endpoint

    explicit ReasonArea(const Theme& theme, QWidget* parent = nullptr);

    void setFooter(QWidget& footer);

    void setReasons(const std::array<StateReason, 2>& reasons);
    /// The sentences' room grows and never shrinks until this is called, or while the width changes: the diagram would
    /// jump at each step.
    void forgetHeight();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showReasons();
    void keepHeight();
    int footerRoom() const;
    void placeFooter();

    std::array<ReasonLabel*, 2> m_reasons{};
    std::array<StateReason, 2> m_shown{};
    bool m_isCurrent = false; ///< the sentences are those of m_shown, and have their room
    QWidget* m_footer = nullptr;
    int m_height = 0; ///< that was asked for
};

} // namespace tcpladder
