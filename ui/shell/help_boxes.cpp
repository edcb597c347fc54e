// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/help_boxes.h"

#include <QAction>
#include <QCoreApplication>
#include <QMessageBox>
#include <QRegularExpression>

namespace tcpladder {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(help)
};

struct KeysAndText
{
    QString keys;
    QString text;
};

/// In two columns: one is higher than many a screen.
QString shortcutTable(const QList<KeysAndText>& all)
{
    const auto cells = [](const KeysAndText& one) {
        return QStringLiteral("<td align='right'><b>%1</b></td><td width='12'></td><td>%2</td>")
            .arg(one.keys.toHtmlEscaped(), one.text.toHtmlEscaped());
    };
    QString table = QStringLiteral("<table cellpadding='2' style='white-space: nowrap'>");
    const qsizetype rows = (all.size() + 1) / 2;
    for (qsizetype i = 0; i < rows; ++i) {
        const KeysAndText beside = all.value(rows + i);
        table += QStringLiteral("<tr>%1<td width='28'></td>%2</tr>").arg(cells(all[i]), cells(beside));
    }
    return table + QStringLiteral("</table>");
}

/// "&Open…" and "打开(&O)…" without what belongs to a menu.
QString plainText(const QAction& action)
{
    static const QRegularExpression ofMenus(QStringLiteral("\\(&\\w\\)|&|…"));
    return action.text().remove(ofMenus);
}

/// "Space  K"
QString keysOf(const QAction& action)
{
    QStringList keys;
    for (const QKeySequence& shortcut : action.shortcuts())
        keys << shortcut.toString(QKeySequence::NativeText);
    keys.removeDuplicates();
    return keys.join(QStringLiteral("  "));
}

void showBox(QWidget& parent, const QString& title, const QString& text)
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, title, text, QMessageBox::Close, &parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::RichText);
    box->setModal(false);
    box->show();
}

} // namespace

void showShortcutBox(QWidget& parent, const QList<QAction*>& actions)
{
    QList<KeysAndText> all{{QStringLiteral("↑ ↓"), Words::tr("In the ladder: previous and next segment")},
        {QStringLiteral("+ − 0"), Words::tr("In the ladder: larger, smaller, normal size")},
        {QStringLiteral("1 … 9"), Words::tr("Play from that tenth of the connection")}};
    for (const QAction* action : actions)
        all.push_back({keysOf(*action), plainText(*action)});
    showBox(parent, Words::tr("Keyboard shortcuts"), shortcutTable(all));
}

void showAboutBox(QWidget& parent)
{
    const QString text = Words::tr("Shows how TCP connections live and die: each as a ladder with the "
                                   "states of RFC 9293 down its sides.");
    const QString licence = Words::tr("Free software under the GNU General Public License, version 3 or later.");
    showBox(parent, Words::tr("About tcpladder"),
        QStringLiteral("<h3>tcpladder %1</h3><p>%2</p><p>%3</p>")
            .arg(QCoreApplication::applicationVersion(), text, licence));
}

} // namespace tcpladder
