// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

class QActionGroup;

namespace tcpladder {

class Settings;

/// Which language the window speaks. It is read at the start, so a choice counts from the next one on.
class LanguageMenu : public QMenu
{
    Q_OBJECT

public:
    LanguageMenu(Settings& settings, QWidget* parent);

signals:
    /// Somebody chose another one; the sentence says what becomes of it.
    void chosen(const QString& sentence);

private:
    void addChoice(const QString& name, const QString& code);

    Settings& m_settings;
    QActionGroup* m_choices;
};

} // namespace tcpladder
