// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/capture_dialog.h"

#include "ui/live/device_model.h"
#include "ui/live/filter_edit.h"
#include "ui/live/traffic_delegate.h"
#include "ui/support/theme.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace tcpladder {

namespace {

constexpr QSize usualSize(820, 560);
constexpr int rowHeight = 30;
constexpr int nameWidth = 110;
constexpr int trafficWidth = 230;
constexpr int addressWidth = 250;
constexpr int largestSnapshot = 262144; ///< libpcap's MAXIMUM_SNAPLEN
constexpr qint64 megabyte = 1'000'000;
constexpr int mostMegabytes = 100'000;
constexpr int mostMinutes = 7 * 24 * 60;
constexpr int secondsInMinute = 60;

/// 0 is written as words: what happens without the limit.
QSpinBox* makeLimit(int most, const QString& suffix, const QString& without, QWidget* parent)
{
    auto* box = new QSpinBox(parent);
    box->setRange(0, most);
    box->setSuffix(suffix);
    box->setSpecialValueText(without);
    return box;
}

/// Of a row with more in it than one widget: a form knows the widget that a letter leads to only where it is alone.
QLabel* makeCaption(const QString& text, QWidget& leadsTo)
{
    auto* label = new QLabel(text, leadsTo.parentWidget());
    label->setBuddy(&leadsTo);
    return label;
}

} // namespace

CaptureDialog::CaptureDialog(const QString& helper, const CaptureOptions& options, const Theme& theme, QWidget* parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_query(helper)
    , m_wanted(options.device)
    , m_model(new DeviceModel(this))
    , m_devices(new QTableView(this))
    , m_trouble(new QLabel(this))
    , m_filter(new FilterEdit(m_query, theme, this))
    , m_snapshotLength(makeLimit(largestSnapshot, tr(" bytes"), tr("whole packets"), this))
    , m_promiscuous(new QCheckBox(tr("&Promiscuous: also packets that are for other hosts"), this))
    , m_immediate(new QCheckBox(tr("&Immediate: show each packet at once"), this))
    , m_rotateMegabytes(makeLimit(mostMegabytes, tr(" MB"), tr("never by size"), this))
    , m_rotateMinutes(makeLimit(mostMinutes, tr(" min"), tr("never by time"), this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Start a live capture"));
    resize(usualSize);
    addDevices();
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addOptions(*form);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(spacing::medium);
    layout->addWidget(m_trouble);
    layout->addWidget(m_devices, 1);
    layout->addLayout(form);
    layout->addWidget(m_buttons);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("&Start"));
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_filter, &FilterEdit::checked, this, &CaptureDialog::enableStart);
    connect(&m_query, &HelperQuery::devicesListed, this, &CaptureDialog::takeDevices);
    connect(&m_query, &HelperQuery::failed, this, &CaptureDialog::takeTrouble);
    showOptions(options);
    enableStart();
    m_query.listDevices();
}

CaptureDialog::~CaptureDialog() = default;

void CaptureDialog::addDevices()
{
    m_trouble->setWordWrap(true);
    m_trouble->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_trouble->hide();
    m_devices->setModel(m_model);
    m_devices->setItemDelegateForColumn(
        std::to_underlying(DeviceModel::Column::Traffic), new TrafficDelegate(m_theme, m_devices));
    m_devices->setAccessibleName(tr("Network devices"));
    m_devices->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_devices->setSelectionMode(QAbstractItemView::SingleSelection);
    m_devices->setTabKeyNavigation(false);
    m_devices->setShowGrid(false);
    m_devices->setWordWrap(false);
    m_devices->verticalHeader()->hide();
    m_devices->verticalHeader()->setDefaultSectionSize(rowHeight);
    QHeaderView& header = *m_devices->horizontalHeader();
    header.setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header.setStretchLastSection(true);
    header.setHighlightSections(false);
    header.resizeSection(std::to_underlying(DeviceModel::Column::Name), nameWidth);
    header.resizeSection(std::to_underlying(DeviceModel::Column::Traffic), trafficWidth);
    header.resizeSection(std::to_underlying(DeviceModel::Column::Addresses), addressWidth);
    connect(m_devices->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CaptureDialog::chooseDevice);
    connect(m_devices, &QTableView::doubleClicked, this, [this] {
        if (m_buttons->button(QDialogButtonBox::Ok)->isEnabled())
            accept();
    });
}

void CaptureDialog::addOptions(QFormLayout& form)
{
    m_snapshotLength->setToolTip(tr("How many bytes of each packet are kept; the headers take about 120"));
    m_promiscuous->setToolTip(tr("Devices that can't, or may not, capture only what is for this host"));
    auto* rotation = new QHBoxLayout;
    rotation->addWidget(m_rotateMegabytes);
    rotation->addWidget(m_rotateMinutes);
    rotation->addStretch();
    auto* length = new QHBoxLayout;
    length->addWidget(m_snapshotLength);
    length->addStretch();
    form.addRow(tr("&Filter:"), m_filter);
    form.addRow(makeCaption(tr("Snapshot &length:"), *m_snapshotLength), length);
    form.addRow(makeCaption(tr("Begin a &new file:"), *m_rotateMegabytes), rotation);
    form.addRow(QString(), m_promiscuous);
    form.addRow(QString(), m_immediate);
}

void CaptureDialog::showOptions(const CaptureOptions& options)
{
    m_filter->setFilter(options.filter);
    m_snapshotLength->setValue(options.snapshotLength.value_or(0));
    m_promiscuous->setChecked(options.isPromiscuous);
    m_immediate->setChecked(options.isImmediate);
    m_rotateMegabytes->setValue(static_cast<int>(options.rotateBytes.value_or(0) / megabyte));
    m_rotateMinutes->setValue(options.rotateSeconds.value_or(0) / secondsInMinute);
}

CaptureOptions CaptureDialog::options() const
{
    CaptureOptions options{.device = chosenDevice(), .filter = m_filter->filter()};
    options.isPromiscuous = m_promiscuous->isChecked();
    options.isImmediate = m_immediate->isChecked();
    if (m_snapshotLength->value() > 0)
        options.snapshotLength = m_snapshotLength->value();
    if (m_rotateMegabytes->value() > 0)
        options.rotateBytes = m_rotateMegabytes->value() * megabyte;
    if (m_rotateMinutes->value() > 0)
        options.rotateSeconds = m_rotateMinutes->value() * secondsInMinute;
    return options;
}

void CaptureDialog::takeDevices(const std::vector<NetworkDevice>& devices)
{
    m_model->setDevices(devices);
    if (devices.empty())
        takeTrouble({tr("libpcap finds no network device here."), shellCommand("ip -brief link")});
    else
        m_devices->selectRow(m_model->rowOf(m_wanted).value_or(0));
    m_devices->setFocus();
}

void CaptureDialog::takeTrouble(const LiveTrouble& trouble)
{
    m_trouble->setText(trouble.command.isEmpty() ? trouble.text : trouble.text + QLatin1Char('\n') + trouble.command);
    m_trouble->show();
}

QString CaptureDialog::chosenDevice() const
{
    const NetworkDevice* device = m_model->device(m_devices->currentIndex().row());
    return device ? device->name : QString();
}

void CaptureDialog::chooseDevice()
{
    m_filter->setDevice(chosenDevice());
    enableStart();
}

void CaptureDialog::enableStart()
{
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(!chosenDevice().isEmpty() && m_filter->isUnderstood());
}

} // namespace tcpladder
