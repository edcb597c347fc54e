// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/font_warmer.h"

#include <QImage>
#include <QPainter>

namespace tcpladder {

namespace {

QString printableCharacters()
{
    QString characters;
    for (char character = ' '; character <= '~'; ++character)
        characters += QLatin1Char(character);
    return characters;
}

} // namespace

FontWarmer::FontWarmer(QObject* parent)
    : QObject(parent)
{
    connect(&m_timer, &QTimer::timeout, this, &FontWarmer::warmNext);
}

void FontWarmer::add(const std::vector<QFont>& fonts)
{
    m_cold.insert(m_cold.end(), fonts.begin(), fonts.end());
    m_timer.start(0);
}

/// The fonts' caches are the application's, so that it does not matter where the letters are drawn.
void FontWarmer::warmNext()
{
    if (m_cold.empty()) {
        m_timer.stop();
        return;
    }
    static const QString characters = printableCharacters();
    QImage nowhere(1, 1, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&nowhere);
    painter.setFont(m_cold.back());
    painter.drawText(QPointF(), characters);
    m_cold.pop_back();
}

} // namespace tcpladder
