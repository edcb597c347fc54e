// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/support/label_fields.h"

#include <QMenu>

namespace tcpladder {

class LadderView;
class Settings;

/// Which fields stand at each segment of the ladder. Remembers the choice.
class LabelFieldsMenu : public QMenu
{
    Q_OBJECT

public:
    LabelFieldsMenu(LadderView& ladder, Settings& settings, QWidget* parent = nullptr);

private:
    void addField(const QString& text, LabelField field);
    void showChoice();

    LadderView& m_ladder;
    Settings& m_settings;
};

} // namespace tcpladder
