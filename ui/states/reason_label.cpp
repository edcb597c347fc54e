// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/states/reason_label.h"

#include "ui/states/diagram_painter.h"
#include "ui/states/states_reader.h"
#include "ui/support/theme.h"

#include <QLabel>
#include <QPainter>

namespace tcpladder {

namespace {

constexpr int tokenRadius = 8;
constexpr int tokenRoom = 2 * tokenRadius + 8;
constexpr int usualWidth = 360;

} // namespace

ReasonLabel::ReasonLabel(Side side, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_side(side)
    , m_theme(theme)
    , m_text(new QLabel(this))
{
    m_text->setFont(theme.font(FontRole::Caption));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ReasonLabel::setReason(const StateReason& reason)
{
    const QString secondary = m_theme.color(ColorRole::SecondaryText).name();
    QStringList origin{reason.clause, reason.certainty};
    origin.removeAll(QString());
    m_text->setText(QStringLiteral("%1 <span style=\"color:%2\">%3</span>")
            .arg(reason.text.toHtmlEscaped(), secondary, origin.join(QStringLiteral(" · ")).toHtmlEscaped()));
    setToolTip(reason.change);
    m_heights.clear();
    updateGeometry();
}

QSize ReasonLabel::sizeHint() const
{
    return {usualWidth, heightForWidth(width())};
}

QSize ReasonLabel::minimumSizeHint() const
{
    return {2 * tokenRoom, 0};
}

int ReasonLabel::heightForWidth(int width) const
{
    const auto [known, isNew] = m_heights.try_emplace(width);
    if (isNew)
        known->second = m_text->heightForWidth(width - tokenRoom);
    return known->second;
}

void ReasonLabel::resizeEvent(QResizeEvent*)
{
    m_text->setGeometry(rect().adjusted(tokenRoom, 0, 0, 0));
}

void ReasonLabel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    m_heights.clear();
}

void ReasonLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintSideToken(painter, m_theme, m_side, QPointF(tokenRadius + 2, tokenRadius + 1), tokenRadius);
}

} // namespace tcpladder
