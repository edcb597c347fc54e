// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/support/theme.h"
#include "ui/support/theme_choice.h"

namespace tcpladder {

class Settings;

/// The scheme that suits a system with these colours. Qt 6.4 has no other way to ask than how light its windows are.
Theme::Scheme schemeOf(const QPalette& palette);

/// Gives the program the looks that the user chose, and goes on doing so when the system changes its own.
class ThemeSwitch : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    ThemeSwitch(Theme& theme, Settings& settings);
    ~ThemeSwitch() override;

    ThemeChoice choice() const;
    void choose(ThemeChoice choice);
    /// Larger texts in the widgets, for a wall.
    bool isPresenting() const { return m_isPresenting; }
    void setPresenting(bool presenting);

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void chosen();

private:
    void apply();
    void dress();
    Theme::Scheme wantedScheme();
    QString styleSheet() const;

    Theme& m_theme;
    Settings& m_settings;
    bool m_isApplying = false;
    bool m_isPresenting = false;
};

} // namespace tcpladder
