// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/host/kernel_label.h"

#include "ui/host/kernel_watch.h"
#include "ui/states/states_panel.h"
#include "ui/support/format_text.h"
#include "ui/support/theme.h"

#include <chrono>

namespace tcpladder {

KernelLabel::KernelLabel(const KernelWatch& watch, const StatesPanel& panel, const Theme& theme, QWidget* parent)
    : QLabel(parent)
    , m_watch(watch)
    , m_panel(panel)
    , m_theme(theme)
{
    setFont(theme.font(FontRole::Caption));
    setTextFormat(Qt::RichText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(&watch, &KernelWatch::changed, this, &KernelLabel::refresh);
    refresh();
}

void KernelLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    showLines();
}

void KernelLabel::refresh()
{
    m_lines.clear();
    for (const Side side : {Side::A, Side::B}) {
        if (const auto& socket = m_watch.answers()[indexOf(side)])
            m_lines.push_back(lineFor(side, *socket));
    }
    QStringList whole;
    for (const Line& line : m_lines)
        whole << line.text;
    setAccessibleName(whole.join(QStringLiteral("; ")));
    whole << tr("What this host's kernel says of its sockets now, with its own TIME_WAIT timer, beside what the ladder "
                "infers from the segments");
    setToolTip(whole.join(QLatin1Char('\n')));
    setVisible(!m_lines.empty());
    showLines();
}

void KernelLabel::showLines()
{
    QStringList shown;
    for (const Line& line : m_lines) {
        const QColor color = m_theme.color(line.agrees ? ColorRole::SecondaryText : ColorRole::WarningMark);
        const QString text = fontMetrics().elidedText(line.text, Qt::ElideRight, width());
        shown << QStringLiteral("<span style=\"color:%1\">%2</span>").arg(color.name(), text.toHtmlEscaped());
    }
    setText(shown.join(QStringLiteral("<br>")));
}

KernelLabel::Line KernelLabel::lineFor(Side side, const KernelSocket& socket) const
{
    const bool agrees = socket.state == m_panel.contents().walk.current[indexOf(side)];
    const QString state = formatState(socket.state);
    const QString verdict = agrees ? tr("%1: ✓ the kernel says %2 too").arg(formatSide(side), state)
                                   : tr("%1: ≠ the kernel says %2").arg(formatSide(side), state);
    if (!socket.timeWaitLeft)
        return {verdict, agrees};
    const double seconds = std::chrono::duration<double>(*socket.timeWaitLeft).count();
    return {tr("%1 · %2 s left").arg(verdict).arg(seconds, 0, 'f', 1), agrees};
}

} // namespace tcpladder
