// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ladder/ladder_export.h"
#include "ui/support/theme.h"

#include <QDialog>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QSpinBox;

namespace tcpladder {

/// Asks how much of a ladder is to be exported, and what paper and pixels it is for.
class ExportOptionsDialog : public QDialog
{
    Q_OBJECT

public:
    /// \param shown what the window shows of the connection's segments
    ExportOptionsDialog(std::size_t segments, LadderRange shown, QWidget* parent = nullptr);

    LadderRange range() const;
    QPageLayout page() const;
    qreal scale() const;
    Theme::Scheme scheme() const;

private:
    enum class Extent : std::uint8_t { Whole, Shown, Chosen };

    void addExtent(QFormLayout& form);
    QWidget* makeSpins();
    void orderByTab();
    void addPaper(QFormLayout& form);
    void addColors(QFormLayout& form);

    std::size_t m_segments;
    LadderRange m_shown;
    QButtonGroup* m_extent;
    QSpinBox* m_first;
    QSpinBox* m_last;
    QComboBox* m_paper;
    QCheckBox* m_landscape;
    QDoubleSpinBox* m_scale;
    QComboBox* m_colors;
};

} // namespace tcpladder
