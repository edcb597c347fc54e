// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/segment_table.h"

#include "ui/models/segment_model.h"
#include "ui/session/capture_session.h"
#include "ui/session/navigator.h"
#include "ui/session/selection.h"
#include "ui/support/theme.h"

#include <QHeaderView>

#include <array>

namespace tcpladder {

namespace {

/// In characters of the table's font, for each column.
constexpr std::array columnWidths{9, 13, 26, 10, 13, 13, 9, 9, 15, 15};
static_assert(columnWidths.size() == static_cast<std::size_t>(SegmentModel::Column::Count));

} // namespace

SegmentTable::SegmentTable(const CaptureSession& session, Selection& selection, const Theme& theme, QWidget* parent)
    : QTableView(parent)
    , m_session(session)
    , m_selection(selection)
    , m_model(new SegmentModel(session, selection, this))
{
    m_model->setShown(false);
    setModel(m_model);
    setAccessibleName(tr("Segments of the selected connection"));
    setLooks(theme);
    connect(&selection, &Selection::segmentChanged, this, &SegmentTable::followSelection);
    connect(m_model, &QAbstractItemModel::modelReset, this, &SegmentTable::followSelection);
    followSelection();
}

/// Rows of one height: millions of them are measured at once.
void SegmentTable::setLooks(const Theme& theme)
{
    setFont(theme.font(FontRole::MonoCaption));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + spacing::medium);
    horizontalHeader()->setHighlightSections(false);
    for (int column = 0; column < m_model->columnCount(); ++column)
        setColumnWidth(column,
            columnWidths[static_cast<std::size_t>(column)] * fontMetrics().horizontalAdvance(u'0') + spacing::large);
}

void SegmentTable::showEvent(QShowEvent* event)
{
    m_model->setShown(true);
    QTableView::showEvent(event);
}

void SegmentTable::hideEvent(QHideEvent* event)
{
    QTableView::hideEvent(event);
    m_model->setShown(false);
}

void SegmentTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (!m_isFollowing && current.isValid() && m_session.document())
        selectSegmentAt(
            m_selection, *m_session.document(), m_selection.connection(), static_cast<std::size_t>(current.row()));
}

void SegmentTable::followSelection()
{
    const CaptureDocument* document = m_session.document();
    const auto row = document ? selectedRow(m_selection, *document) : std::nullopt;
    if (!row || *row >= static_cast<std::size_t>(m_model->rowCount()))
        return;
    m_isFollowing = true;
    setCurrentIndex(m_model->index(static_cast<int>(*row), std::max(0, currentIndex().column())));
    m_isFollowing = false;
}

} // namespace tcpladder
