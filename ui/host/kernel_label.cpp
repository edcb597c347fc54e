// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/host/kernel_label.h"

#include "ui/host/kernel_watch.h"
#include "ui/states/states_panel.h"
#include "ui/support/format_text.h"
#include "ui/support/theme.h"

#include <algorithm>

namespace tcpladder {

KernelLabel::KernelLabel(const KernelWatch& watch, const StatesPanel& panel, const Theme& theme, QWidget* parent)
    : QLabel(parent)
    , m_watch(watch)
    , m_panel(panel)
    , m_theme(theme)
{
    setFont(theme.font(FontRole::Caption));
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setToolTip(tr("What this host's kernel says of its sockets now, beside what the ladder infers from the segments"));
    connect(&watch, &KernelWatch::changed, this, &KernelLabel::refresh);
    refresh();
}

void KernelLabel::refresh()
{
    QStringList lines;
    for (const Side side : {Side::A, Side::B}) {
        if (m_watch.answers()[indexOf(side)])
            lines << lineFor(side);
    }
    setVisible(!lines.isEmpty());
    setText(lines.join(QStringLiteral("<br>")));
}

QString KernelLabel::lineFor(Side side) const
{
    const KernelSocket& socket = *m_watch.answers()[indexOf(side)];
    const TcpState ours = m_panel.contents().walk.current[indexOf(side)];
    const bool agrees = socket.state == ours;
    const QString kernel = formatState(socket.state);
    const QString verdict = agrees ? tr("%1: ✓ the kernel says %2 as well").arg(formatSide(side), kernel)
                                   : tr("%1: ≠ the kernel says %2").arg(formatSide(side), kernel);
    QString line = QStringLiteral("<span style=\"color:%1\">%2</span>")
                       .arg(m_theme.color(agrees ? ColorRole::SecondaryText : ColorRole::WarningMark).name(),
                           verdict.toHtmlEscaped());
    if (!socket.timeWaitLeft)
        return line;
    const double seconds = std::chrono::duration<double>(*socket.timeWaitLeft).count();
    line += tr(" · its timer: %1 s left").arg(seconds, 0, 'f', 1).toHtmlEscaped();
    return line;
}

} // namespace tcpladder
