// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_legend.h"

#include "ui/charts/mark_shapes.h"
#include "ui/support/flow_layout.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace tcpladder {

namespace {

constexpr QSize sampleSize(18, 14);

QIcon sampleIcon(SeriesRole role, const Theme& theme)
{
    constexpr int sharpness = 3; ///< device pixels, for dense screens
    QPixmap pixmap(sampleSize * sharpness);
    pixmap.setDevicePixelRatio(sharpness);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    drawSample(painter, QRectF(QPointF(), sampleSize), role, theme);
    return pixmap;
}

} // namespace

ChartLegend::ChartLegend(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_more(createMoreButton())
{
    setLayout(new FlowLayout(this, spacing::tiny));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Legend"));
    connect(&theme, &Theme::changed, this, &ChartLegend::refreshIcons);
}

void ChartLegend::setRoles(const QList<SeriesRole>& roles, const std::map<SeriesRole, QString>& notes)
{
    if (roles == m_roles && notes == m_notes)
        return;
    m_roles = roles;
    m_notes = notes;
    for (const SeriesRole role : roles) {
        QToolButton* button = m_buttons.contains(role) ? m_buttons[role] : addButton(role);
        button->setText(legendText(role, notes));
        layout()->removeWidget(button); // to its place behind those before it
        layout()->addWidget(button);
    }
    layout()->removeWidget(m_more);
    layout()->addWidget(m_more);
    arrange();
}

void ChartLegend::setOneRow(bool isOneRow)
{
    if (std::exchange(m_isOneRow, isOneRow) != isOneRow)
        arrange();
}

void ChartLegend::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ChartLegend::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        arrange();
}

void ChartLegend::arrange()
{
    const qsizetype fitting = fittingCount();
    const auto isShown = [&](SeriesRole role) {
        const qsizetype place = m_roles.indexOf(role);
        return place >= 0 && place < fitting;
    };
    for (const auto& [role, button] : m_buttons)
        button->setVisible(isShown(role));
    m_more->setText(tr("%n more", nullptr, static_cast<int>(m_roles.size() - fitting)));
    m_more->setVisible(fitting < m_roles.size());
}

qsizetype ChartLegend::fittingCount() const
{
    const int room = contentsRect().width();
    const auto width = [this](qsizetype place) { return m_buttons.at(m_roles[place])->sizeHint().width(); };
    int all = 0;
    for (qsizetype i = 0; i < m_roles.size(); ++i)
        all += (i > 0 ? spacing::tiny : 0) + width(i);
    if (!m_isOneRow || all <= room)
        return m_roles.size();
    m_more->setText(tr("%n more", nullptr, static_cast<int>(m_roles.size())));
    int used = m_more->sizeHint().width();
    qsizetype count = 0;
    while (count < m_roles.size() && used + spacing::tiny + width(count) <= room)
        used += spacing::tiny + width(count++);
    return count;
}

QToolButton* ChartLegend::createMoreButton()
{
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("moreEntries"));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setFont(m_theme.font(FontRole::Caption));
    button->setToolTip(tr("The rest of the legend"));
    button->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(button);
    menu->setToolTipsVisible(true);
    button->setMenu(menu);
    button->hide();
    connect(menu, &QMenu::aboutToShow, this, &ChartLegend::fillMoreMenu);
    return button;
}

/// An entry does what its button does.
void ChartLegend::fillMoreMenu()
{
    QMenu& menu = *m_more->menu();
    menu.clear();
    for (const SeriesRole role : m_roles) {
        QToolButton* button = m_buttons.at(role);
        if (!button->isHidden())
            continue;
        QAction* action = menu.addAction(button->icon(), button->text());
        action->setCheckable(true);
        action->setChecked(button->isChecked());
        action->setToolTip(button->toolTip());
        connect(action, &QAction::toggled, button, &QToolButton::setChecked);
    }
}

QToolButton* ChartLegend::addButton(SeriesRole role)
{
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("legendEntry"));
    button->setCheckable(true);
    button->setChecked(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFont(m_theme.font(FontRole::Caption));
    button->setIconSize(sampleSize);
    button->setIcon(sampleIcon(role, m_theme));
    button->setToolTip(seriesToolTip(role));
    connect(button, &QToolButton::toggled, this, [this, role](bool isShown) { setShown(role, isShown); });
    m_buttons[role] = button;
    return button;
}

void ChartLegend::setShown(SeriesRole role, bool isShown)
{
    if (isShown)
        m_hidden.erase(role);
    else
        m_hidden.insert(role);
    emit hiddenChanged();
}

void ChartLegend::refreshIcons()
{
    for (const auto& [role, button] : m_buttons)
        button->setIcon(sampleIcon(role, m_theme));
}

QString legendText(SeriesRole role, const std::map<SeriesRole, QString>& notes)
{
    const auto note = notes.find(role);
    return note == notes.end() ? seriesName(role) : ChartLegend::tr("%1, %2").arg(seriesName(role), note->second);
}

qreal paintLegend(QPainter& painter, const QRectF& rect, const QList<SeriesRole>& roles,
    const std::map<SeriesRole, QString>& notes, const Theme& theme)
{
    const QFontMetricsF metrics(theme.font(FontRole::Caption));
    const qreal height = std::max<qreal>(metrics.height(), sampleSize.height());
    QPointF at = rect.topLeft();
    for (const SeriesRole role : roles) {
        const QString text = legendText(role, notes);
        const qreal width = metrics.horizontalAdvance(text) + 2;
        if (at.x() > rect.left() && at.x() + sampleSize.width() + spacing::small + width > rect.right())
            at = QPointF(rect.left(), at.y() + height + spacing::small);
        const QPointF sample = at + QPointF(0, (height - sampleSize.height()) / 2);
        drawSample(painter, QRectF(sample, sampleSize), role, theme);
        at.rx() += sampleSize.width() + spacing::small;
        painter.setFont(theme.font(FontRole::Caption));
        painter.setPen(theme.color(ColorRole::Text));
        painter.drawText(QRectF(at, QSizeF(width, height)), Qt::AlignLeft | Qt::AlignVCenter, text);
        at.rx() += width + spacing::large;
    }
    return at.y() + height - rect.top();
}

} // namespace tcpladder
