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

QString row(const QString& keys, const QString& text)
{
    return QStringLiteral("<tr><td align='right'><b>%1</b></td><td width='16'></td><td>%2</td></tr>")
        .arg(keys.toHtmlEscaped(), text.toHtmlEscaped());
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
    QString table = QStringLiteral("<table cellpadding='2'>");
    table += row(QStringLiteral("↑ ↓"), Words::tr("In the ladder: previous and next segment"));
    table += row(QStringLiteral("+ − 0"), Words::tr("In the ladder: larger, smaller, normal size"));
    table += row(QStringLiteral("1 … 9"), Words::tr("Play from that tenth of the connection"));
    for (const QAction* action : actions)
        table += row(keysOf(*action), plainText(*action));
    showBox(parent, Words::tr("Keyboard shortcuts"), table + QStringLiteral("</table>"));
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
