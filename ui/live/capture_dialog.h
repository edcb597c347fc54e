// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/live/capture_options.h"
#include "ui/live/helper_query.h"

#include <QDialog>

class QCheckBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QSpinBox;
class QTableView;

namespace tcpladder {

class DeviceModel;
class FilterEdit;
class Theme;

/// Asks what to capture: a device, a filter, and how.
class CaptureDialog : public QDialog
{
    Q_OBJECT

public:
    /// The options are what the dialog begins with; a device that isn't there leaves the first one chosen.
    CaptureDialog(const QString& helper, const CaptureOptions& options, const Theme& theme, QWidget* parent = nullptr);
    ~CaptureDialog() override;

    CaptureOptions options() const;

private:
    void addDevices();
    void addOptions(QFormLayout& form);
    void showOptions(const CaptureOptions& options);
    void takeDevices(const std::vector<NetworkDevice>& devices);
    void takeTrouble(const LiveTrouble& trouble);
    QString chosenDevice() const;
    void chooseDevice();
    void enableStart();

    const Theme& m_theme;
    HelperQuery m_query;
    QString m_wanted;
    DeviceModel* m_model;
    QTableView* m_devices;
    QLabel* m_trouble;
    FilterEdit* m_filter;
    QSpinBox* m_snapshotLength;
    QCheckBox* m_promiscuous;
    QCheckBox* m_immediate;
    QSpinBox* m_rotateMegabytes;
    QSpinBox* m_rotateMinutes;
    QDialogButtonBox* m_buttons;
};

} // namespace tcpladder
