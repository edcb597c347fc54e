// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/host/time_wait_dialog.h"

#include "ui/host/time_wait_model.h"
#include "ui/support/format_text.h"
#include "ui/support/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace tcpladder {

namespace {

constexpr std::chrono::milliseconds between(1000); ///< the times are in seconds
constexpr std::size_t mostShown = 1000;            ///< who has more looks at their number
constexpr QSize usualSize(560, 380);
constexpr int endpointWidth = 210;

} // namespace

TimeWaitDialog::TimeWaitDialog(QWidget* parent)
    : QDialog(parent)
    , m_model(new TimeWaitModel(this))
    , m_summary(new QLabel(this))
{
    setWindowTitle(tr("This host's sockets in TIME_WAIT"));
    resize(usualSize);
    auto* table = new QTableView(this);
    table->setModel(m_model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->setAccessibleName(windowTitle());
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultSectionSize(endpointWidth);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_summary->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(spacing::medium);
    layout->addWidget(table, 1);
    layout->addWidget(m_summary);
    m_timer.setInterval(between);
    connect(&m_timer, &QTimer::timeout, this, &TimeWaitDialog::look);
    m_timer.start();
    look();
}

void TimeWaitDialog::look()
{
    auto sockets = kernelSocketsInTimeWait();
    if (!sockets) {
        m_summary->setText(tr("The kernel does not tell: %1").arg(QString::fromStdString(sockets.error().detail)));
        return;
    }
    const std::size_t count = sockets->size();
    std::ranges::sort(*sockets, std::ranges::greater(), &KernelSocket::timeWaitLeft);
    sockets->resize(std::min(count, mostShown));
    m_model->setSockets(std::move(*sockets));
    m_summary->setText(count == 1
            ? tr("1 socket is in TIME_WAIT: it closed first, and waits for segments that may still come.")
            : tr("%1 sockets are in TIME_WAIT: they closed first, and wait for segments that may still come.")
                  .arg(formatCount(count)));
}

} // namespace tcpladder
