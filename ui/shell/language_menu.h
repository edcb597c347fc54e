// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

class QActionGroup;

namespace tcpladder {

class Settings;

/// Which language the window speaks.
class LanguageMenu : public QMenu
{
    Q_OBJECT

public:
    LanguageMenu(const Settings& settings, QWidget* parent);

signals:
    /// By its code; empty: the system's.
    void chosen(const QString& code);

private:
    void addChoice(const QString& name, const QString& code);

    const Settings& m_settings;
    QActionGroup* m_choices;
};

} // namespace tcpladder
