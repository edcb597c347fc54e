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
    bool isPresenting() const { return m_presentingHeight.has_value(); }
    /// Larger texts in the widgets, for a wall.
    /// \param screenHeight in device-independent pixels; the type grows with it
    void startPresenting(int screenHeight);
    void stopPresenting();

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
    std::optional<int> m_presentingHeight; ///< none: nobody presents
};

} // namespace tcpladder
