// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/export_options_dialog.h"

#include "ui/support/connection_text.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>

#include <algorithm>
#include <utility>

namespace tcpladder {

namespace {

constexpr qreal usualScale = 2; ///< sharp on paper and on dense screens
constexpr qreal largestScale = 8;

} // namespace

ExportOptionsDialog::ExportOptionsDialog(std::size_t segments, LadderRange shown, QWidget* parent)
    : QDialog(parent)
    , m_segments(segments)
    , m_shown(shown)
    , m_extent(new QButtonGroup(this))
    , m_first(new QSpinBox(this))
    , m_last(new QSpinBox(this))
    , m_paper(new QComboBox(this))
    , m_landscape(new QCheckBox(tr("&Landscape"), this))
    , m_scale(new QDoubleSpinBox(this))
    , m_colors(new QComboBox(this))
{
    setWindowTitle(tr("Export the Ladder"));
    auto* form = new QFormLayout(this);
    form->setVerticalSpacing(spacing::medium);
    addExtent(*form);
    addPaper(*form);
    addColors(*form);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(tr("&Export…"), QDialogButtonBox::AcceptRole)->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    form->addRow(buttons);
    orderByTab();
}

/// As they are seen, not as they were made.
void ExportOptionsDialog::orderByTab()
{
    QWidget* before = m_extent->checkedButton();
    before->setFocus();
    for (QWidget* next : QList<QWidget*>{m_extent->button(std::to_underlying(Extent::Shown)),
             m_extent->button(std::to_underlying(Extent::Chosen)), m_first, m_last, m_paper, m_landscape, m_scale,
             m_colors})
        setTabOrder(std::exchange(before, next), next);
}

void ExportOptionsDialog::addExtent(QFormLayout& form)
{
    const auto add = [&](Extent extent, const QString& text, const QString& label) {
        auto* button = new QRadioButton(text, this);
        m_extent->addButton(button, std::to_underlying(extent));
        form.addRow(label, button);
        return button;
    };
    add(Extent::Whole, tr("&Whole connection (%1)").arg(segmentCountText(m_segments)), tr("Segments:"))
        ->setChecked(true);
    add(Extent::Shown, tr("&Shown in the window (%1 to %2)").arg(m_shown.first + 1).arg(m_shown.end), {});
    auto* chosen = add(Extent::Chosen, tr("&These:"), {});
    form.addRow({}, makeSpins());
    for (QSpinBox* spin : {m_first, m_last})
        connect(spin, &QSpinBox::valueChanged, chosen, [chosen] { chosen->setChecked(true); });
}

QWidget* ExportOptionsDialog::makeSpins()
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(spacing::large, 0, 0, 0);
    for (QSpinBox* spin : {m_first, m_last})
        spin->setRange(1, static_cast<int>(m_segments));
    m_first->setAccessibleName(tr("First segment"));
    m_last->setAccessibleName(tr("Last segment"));
    m_last->setValue(static_cast<int>(m_segments));
    layout->addWidget(m_first);
    layout->addWidget(new QLabel(QStringLiteral("–"), row));
    layout->addWidget(m_last);
    layout->addStretch();
    return row;
}

void ExportOptionsDialog::addPaper(QFormLayout& form)
{
    for (const auto size : {QPageSize::A4, QPageSize::A3, QPageSize::A5, QPageSize::Letter, QPageSize::Legal})
        m_paper->addItem(QPageSize::name(size), static_cast<int>(size));
    m_scale->setRange(1, largestScale);
    m_scale->setSingleStep(0.5);
    m_scale->setValue(usualScale);
    m_scale->setSuffix(QStringLiteral(" ×"));
    form.addRow(tr("&Paper of a PDF:"), m_paper);
    form.addRow({}, m_landscape);
    form.addRow(tr("P&ixels of a PNG:"), m_scale);
}

void ExportOptionsDialog::addColors(QFormLayout& form)
{
    m_colors->addItem(tr("Light, for paper"), static_cast<int>(Theme::Scheme::Light));
    m_colors->addItem(tr("Dark"), static_cast<int>(Theme::Scheme::Dark));
    form.addRow(tr("&Colours:"), m_colors);
}

LadderRange ExportOptionsDialog::range() const
{
    switch (static_cast<Extent>(m_extent->checkedId())) {
    case Extent::Shown: return m_shown;
    case Extent::Chosen: {
        const auto [first, last] = std::minmax(m_first->value(), m_last->value());
        return {static_cast<std::size_t>(first - 1), static_cast<std::size_t>(last)};
    }
    default: return {};
    }
}

QPageLayout ExportOptionsDialog::page() const
{
    QPageLayout layout = LadderExportOptions::defaultPage();
    layout.setPageSize(QPageSize(static_cast<QPageSize::PageSizeId>(m_paper->currentData().toInt())), layout.margins());
    layout.setOrientation(m_landscape->isChecked() ? QPageLayout::Landscape : QPageLayout::Portrait);
    return layout;
}

qreal ExportOptionsDialog::scale() const
{
    return m_scale->value();
}

Theme::Scheme ExportOptionsDialog::scheme() const
{
    return static_cast<Theme::Scheme>(m_colors->currentData().toInt());
}

} // namespace tcpladder
