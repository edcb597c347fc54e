// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/window_parts.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QSpinBox;

namespace tcpladder {

/// What is remembered, in one place. It counts when the user says OK.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PreferencesDialog(const WindowParts& parts);

signals:
    /// Another language by its code; empty: the system's.
    void languageChosen(const QString& code);

private:
    void addLooks(QFormLayout& form);
    void addNumbers(QFormLayout& form);
    void addPresented(QFormLayout& form);
    void apply();

    WindowParts m_parts;
    QComboBox* m_theme;
    QComboBox* m_language;
    QSpinBox* m_twoMsl;
    QSpinBox* m_recent;
    QList<QCheckBox*> m_presented;
};

} // namespace tcpladder
