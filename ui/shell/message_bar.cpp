// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/message_bar.h"

#include "ui/support/icons.h"
#include "ui/support/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <utility>

namespace tcpladder {

namespace {

constexpr int iconSize = 20;

} // namespace

MessageBar::MessageBar(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_text(new QLabel(this))
    , m_offer(new QToolButton(this))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* close = new QToolButton(this);
    close->setIcon(themedIcon(theme, IconName::Close));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close this message"));
    connect(close, &QToolButton::clicked, this, [this] {
        hide();
        emit dismissed();
    });
    connect(m_offer, &QToolButton::clicked, this, [this] {
        hide();
        std::exchange(m_run, {})();
    });
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(iconSize + 2 * spacing::large, spacing::medium, spacing::medium, spacing::medium);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_offer);
    layout->addWidget(close);
    hide();
}

void MessageBar::showMessage(Severity severity, const QString& text, const MessageOffer& offer)
{
    m_severity = severity;
    m_text->setText(text);
    m_offer->setText(offer.text);
    m_offer->setVisible(!offer.text.isEmpty());
    m_run = offer.run;
    setAccessibleName(text);
    show();
    update();
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.severityMark(m_severity));
    painter.setBrush(m_theme.severityBox(m_severity));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), spacing::panelRadius, spacing::panelRadius);
    const QRectF icon(spacing::large, (height() - iconSize) / 2.0, iconSize, iconSize);
    drawIcon(painter, icon, severityIcon(m_severity), m_theme.severityMark(m_severity));
}

} // namespace tcpladder
