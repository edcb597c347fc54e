// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/states/reason_label.h"

#include "ui/states/diagram_painter.h"
#include "ui/states/states_reader.h"
#include "ui/support/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace tcpladder {

namespace {

constexpr int tokenRadius = 8;
constexpr int tokenRoom = 2 * tokenRadius + 8;

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
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(tokenRoom, 0, 0, 0);
    layout->addWidget(m_text);
}

void ReasonLabel::setReason(const StateReason& reason)
{
    const QString secondary = m_theme.color(ColorRole::SecondaryText).name();
    QStringList origin{reason.clause, reason.certainty};
    origin.removeAll(QString());
    m_text->setText(QStringLiteral("%1 <span style=\"color:%2\">%3</span>")
            .arg(reason.text.toHtmlEscaped(), secondary, origin.join(QStringLiteral(" · ")).toHtmlEscaped()));
    setToolTip(reason.change);
}

void ReasonLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintSideToken(painter, m_theme, m_side, QPointF(tokenRadius + 2, tokenRadius + 1), tokenRadius);
}

} // namespace tcpladder
