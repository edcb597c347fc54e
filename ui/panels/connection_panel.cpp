// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/connection_panel.h"

#include "ui/models/connection_model.h"
#include "ui/panels/connection_delegate.h"
#include "ui/panels/uniform_list_view.h"
#include "ui/session/capture_session.h"
#include "ui/session/navigator.h"
#include "ui/session/selection.h"
#include "ui/support/format_text.h"
#include "ui/support/theme.h"

#include <QComboBox>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <utility>

namespace tcpladder {

namespace {

constexpr int narrowest = 290;

struct SortChoice
{
    const char* name;
    ConnectionModel::Column column;
    Qt::SortOrder order;
};

constexpr SortChoice sortChoices[]{
    {QT_TRANSLATE_NOOP("tcpladder::ConnectionPanel", "In order"), ConnectionModel::Column::Number, Qt::AscendingOrder},
    {QT_TRANSLATE_NOOP("tcpladder::ConnectionPanel", "Most segments"), ConnectionModel::Column::Segments,
        Qt::DescendingOrder},
    {QT_TRANSLATE_NOOP("tcpladder::ConnectionPanel", "Most bytes"), ConnectionModel::Column::PayloadBytes,
        Qt::DescendingOrder},
    {QT_TRANSLATE_NOOP("tcpladder::ConnectionPanel", "Longest"), ConnectionModel::Column::Lifetime,
        Qt::DescendingOrder},
    {QT_TRANSLATE_NOOP("tcpladder::ConnectionPanel", "Most findings"), ConnectionModel::Column::Findings,
        Qt::DescendingOrder},
    {QT_TRANSLATE_NOOP("tcpladder::ConnectionPanel", "By state"), ConnectionModel::Column::State, Qt::AscendingOrder},
};

} // namespace

ConnectionPanel::ConnectionPanel(
    const CaptureSession& session, Selection& selection, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_selection(selection)
    , m_model(new ConnectionModel(session, this))
{
    createList(theme);
    setMinimumWidth(narrowest);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(createFilterRow());
    layout->addWidget(m_list);
    connect(m_model, &ConnectionModel::filtered, this, &ConnectionPanel::showFiltered);
    connect(&selection, &Selection::connectionChanged, this, &ConnectionPanel::followSelection);
    connect(&session, &CaptureSession::documentGrew, this, &ConnectionPanel::announceCount);
    connect(&session, &CaptureSession::documentReplaced, this, &ConnectionPanel::announceCount);
    connect(&session, &CaptureSession::stateChanged, this, [this] {
        if (m_order->currentIndex() > 0 && m_session.state() != CaptureSession::State::Loading)
            applySort();
    });
}

void ConnectionPanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

QWidget* ConnectionPanel::createFilterRow()
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(spacing::medium, spacing::small, spacing::medium, spacing::medium);
    m_filter = new QLineEdit(row);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setToolTip(
        tr("Shows the connections that have this in an address, a port or a state. Several words must all fit."));
    m_filter->setClearButtonEnabled(true);
    m_filter->setAccessibleName(tr("Filter connections"));
    m_order = new QComboBox(row);
    m_order->setAccessibleName(tr("Order of connections"));
    for (const SortChoice& choice : sortChoices)
        m_order->addItem(tr(choice.name));
    layout->addWidget(m_filter, 1);
    layout->addWidget(m_order);
    m_filterDelay.setSingleShot(true);
    m_filterDelay.setInterval(150);
    connect(m_filter, &QLineEdit::textChanged, &m_filterDelay, qOverload<>(&QTimer::start));
    connect(&m_filterDelay, &QTimer::timeout, this, &ConnectionPanel::applyFilter);
    connect(m_order, &QComboBox::currentIndexChanged, this, &ConnectionPanel::applySort);
    return row;
}

void ConnectionPanel::createList(const Theme& theme)
{
    m_list = new UniformListView(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ConnectionDelegate(theme, m_list));
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Connections"));
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ConnectionPanel::selectFromList);
}

void ConnectionPanel::applyFilter()
{
    m_model->setFilter(m_filter->text());
}

void ConnectionPanel::showFiltered()
{
    if (m_order->currentIndex() > 0)
        applySort();
    followSelection();
    announceCount();
}

void ConnectionPanel::applySort()
{
    const SortChoice& choice = sortChoices[std::max(0, m_order->currentIndex())];
    m_model->sort(std::to_underlying(choice.column), choice.order);
}

void ConnectionPanel::selectFromList()
{
    const ConnectionId chosen = m_model->connectionAt(m_list->currentIndex());
    if (chosen.isValid() && chosen != m_selection.connection() && m_session.document())
        selectSegmentAt(m_selection, *m_session.document(), chosen, 0);
}

void ConnectionPanel::followSelection()
{
    const QModelIndex index = m_model->indexOf(m_selection.connection());
    if (index == m_list->currentIndex())
        return;
    m_list->setCurrentIndex(index);
    if (index.isValid())
        m_list->scrollTo(index);
}

void ConnectionPanel::announceCount()
{
    const auto shown = static_cast<std::uint64_t>(m_model->rowCount());
    const QString all = formatCount(m_model->connectionCount());
    emit countChanged(m_filter->text().isEmpty() ? all : tr("%1 of %2").arg(formatCount(shown), all));
}

} // namespace tcpladder
