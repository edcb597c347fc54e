// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QObject>
#include <QTimer>

#include <vector>

namespace tcpladder {

/// Loads fonts one by one while nothing else is to be done. A font is looked up, and its letters are drawn, when it is
/// used for the first time: a window that shows its first segment with a dozen of fonts would stand still for it.
class FontWarmer : public QObject
{
    Q_OBJECT

public:
    explicit FontWarmer(QObject* parent = nullptr);

    void add(const std::vector<QFont>& fonts);

private:
    void warmNext();

    QTimer m_timer;
    std::vector<QFont> m_cold; ///< the next one last
};

} // namespace tcpladder
