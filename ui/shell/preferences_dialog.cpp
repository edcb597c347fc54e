// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/preferences_dialog.h"

#include "ui/session/selection.h"
#include "ui/shell/docks.h"
#include "ui/support/settings.h"
#include "ui/support/theme_switch.h"
#include "ui/support/translation.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QMainWindow>
#include <QSpinBox>
#include <QVBoxLayout>

namespace tcpladder {

namespace {

constexpr int longestTwoMsl = 3600;
constexpr int mostRecentFiles = 50;

} // namespace

PreferencesDialog::PreferencesDialog(const WindowParts& parts)
    : QDialog(&parts.window)
    , m_parts(parts)
    , m_theme(new QComboBox(this))
    , m_language(new QComboBox(this))
    , m_twoMsl(new QSpinBox(this))
    , m_recent(new QSpinBox(this))
{
    setWindowTitle(tr("Preferences"));
    auto* form = new QFormLayout;
    addLooks(*form);
    addNumbers(*form);
    addPresented(*form);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::accepted, this, &PreferencesDialog::apply);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(buttons);
}

void PreferencesDialog::addLooks(QFormLayout& form)
{
    m_theme->addItem(tr("As the system"), static_cast<int>(ThemeChoice::System));
    m_theme->addItem(tr("Light"), static_cast<int>(ThemeChoice::Light));
    m_theme->addItem(tr("Dark"), static_cast<int>(ThemeChoice::Dark));
    m_theme->setCurrentIndex(m_theme->findData(static_cast<int>(m_parts.themes.choice())));
    m_language->addItem(tr("As the system"), QString());
    for (const Language& language : languages())
        m_language->addItem(language.name, language.code);
    m_language->setCurrentIndex(m_language->findData(m_parts.settings.language()));
    form.addRow(tr("&Theme:"), m_theme);
    form.addRow(tr("&Language:"), m_language);
}

void PreferencesDialog::addNumbers(QFormLayout& form)
{
    m_twoMsl->setRange(1, longestTwoMsl);
    m_twoMsl->setSuffix(tr(" s"));
    m_twoMsl->setToolTip(tr("60 s on Linux, 240 s in RFC 9293"));
    m_twoMsl->setValue(
        static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(m_parts.selection.twoMsl()).count()));
    m_recent->setRange(0, mostRecentFiles);
    m_recent->setValue(static_cast<int>(m_parts.settings.recentListLength()));
    form.addRow(tr("TIME_&WAIT lasts (2MSL):"), m_twoMsl);
    form.addRow(tr("&Recent files to remember:"), m_recent);
}

void PreferencesDialog::addPresented(QFormLayout& form)
{
    auto* boxes = new QVBoxLayout;
    const auto add = [&](const QString& title, const QString& name) {
        auto* box = new QCheckBox(title, this);
        box->setObjectName(name);
        box->setChecked(m_parts.settings.presentedPanels().contains(name));
        boxes->addWidget(box);
        m_presented << box;
    };
    add(tr("Ladder"), QStringLiteral("ladder"));
    for (const auto& [title, name] : m_parts.docks.panels())
        add(title, name);
    form.addRow(tr("In presenter mode:"), boxes);
}

void PreferencesDialog::apply()
{
    QStringList presented;
    for (const QCheckBox* box : m_presented) {
        if (box->isChecked())
            presented << box->objectName();
    }
    m_parts.settings.setPresentedPanels(presented);
    m_parts.settings.setRecentListLength(m_recent->value());
    m_parts.selection.setTwoMsl(std::chrono::seconds(m_twoMsl->value()));
    m_parts.themes.choose(static_cast<ThemeChoice>(m_theme->currentData().toInt()));
    const QString language = m_language->currentData().toString();
    if (language != m_parts.settings.language())
        emit languageChosen(language);
}

} // namespace tcpladder
