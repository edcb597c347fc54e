// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>
#include <QObject>
#include <QStringList>
#include <QWidget>

#include <map>

namespace tcpladder {

/// Counts what each widget in a window or panel paints of its own.
class PaintCounter : public QObject
{
public:
    explicit PaintCounter(QWidget& whole)
    {
        for (QWidget* widget : whole.findChildren<QWidget*>())
            widget->installEventFilter(this);
    }

    int paints(const QWidget& widget) const
    {
        const auto found = m_paints.find(&widget);
        return found == m_paints.end() ? 0 : found->second;
    }

    /// Those that painted oftener, by name; a viewport is called as what scrolls it.
    QStringList oftenerThan(double times) const
    {
        QStringList names;
        for (const auto& [widget, count] : m_paints) {
            if (count <= times)
                continue;
            const QObject* named = widget->objectName().startsWith("qt_") ? widget->parent() : widget;
            names << QString("%1 %2: %3").arg(named->metaObject()->className(), named->objectName()).arg(count);
        }
        return names;
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint)
            ++m_paints[static_cast<const QWidget*>(watched)];
        return false;
    }

private:
    std::map<const QWidget*, int> m_paints;
};

} // namespace tcpladder
