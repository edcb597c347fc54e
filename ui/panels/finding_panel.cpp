// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/finding_panel.h"

#include "ui/models/finding_model.h"
#include "ui/panels/finding_delegate.h"
#include "ui/session/capture_session.h"
#include "ui/session/navigator.h"
#include "ui/session/selection.h"
#include "ui/support/format_text.h"
#include "ui/support/theme.h"

#include <QCheckBox>
#include <QItemSelectionModel>
#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

namespace tcpladder {

namespace {

/// A longer list has rows of one height, and cuts their texts.
constexpr std::uint64_t mostWholeRows = 500;

} // namespace

FindingPanel::FindingPanel(const CaptureSession& session, Selection& selection, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_selection(selection)
    , m_model(new FindingModel(session, selection, this))
{
    createList(theme);
    m_nothing = new QLabel(tr("Nothing unusual."), this);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setEnabled(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(createScopeRow());
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing, 1);
    connect(&selection, &Selection::segmentChanged, this, &FindingPanel::followSelection);
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, change, this, &FindingPanel::announceCount);
    connect(m_model, &QAbstractItemModel::modelReset, this, &FindingPanel::announceCount);
    announceCount();
}

QWidget* FindingPanel::createScopeRow()
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(spacing::medium, 0, spacing::medium, spacing::small);
    auto* all = new QCheckBox(tr("Of all connections"), row);
    connect(all, &QCheckBox::toggled, this, [this](bool isOn) {
        m_model->setScope(isOn ? FindingModel::Scope::All : FindingModel::Scope::SelectedConnection);
        announceCount();
        followSelection();
    });
    layout->addWidget(all);
    return row;
}

void FindingPanel::createList(const Theme& theme)
{
    m_list = new QListView(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new FindingDelegate(theme, m_list));
    m_list->setResizeMode(QListView::Adjust);
    m_list->setLayoutMode(QListView::Batched);
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Findings"));
    connect(m_list, &QListView::clicked, this, &FindingPanel::selectFromList);
    connect(m_list, &QListView::activated, this, &FindingPanel::selectFromList);
}

void FindingPanel::selectFromList()
{
    const SegmentId segment = m_model->segmentAt(m_list->currentIndex());
    if (segment.isValid() && segment != m_selection.segment() && m_session.document())
        selectSegment(m_selection, *m_session.document(), segment);
}

void FindingPanel::followSelection()
{
    const QModelIndex current = m_list->currentIndex();
    if (current.isValid() && m_model->segmentAt(current) == m_selection.segment())
        return; // several findings at one segment: the one that was clicked stays
    const QModelIndex index = m_model->indexOf(m_selection.segment());
    m_list->setCurrentIndex(index);
    if (index.isValid())
        m_list->scrollTo(index);
}

void FindingPanel::announceCount()
{
    const auto count = static_cast<std::uint64_t>(m_model->rowCount());
    m_list->setUniformItemSizes(count > mostWholeRows);
    m_list->setVisible(count > 0);
    m_nothing->setVisible(count == 0);
    emit countChanged(formatCount(count));
}

} // namespace tcpladder
