// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/comment_dialog.h"

#include "ui/session/capture_session.h"
#include "ui/session/selection.h"
#include "ui/shell/actions.h"
#include "ui/support/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tcpladder {

namespace {

constexpr QSize usualSize(460, 260);

} // namespace

CommentDialog::CommentDialog(const WindowParts& parts, PacketNumber packet)
    : QDialog(&parts.window)
    , m_parts(parts)
    , m_packet(packet)
    , m_text(new QPlainTextEdit(this))
{
    setWindowTitle(tr("Comment on the segment"));
    m_text->setPlainText(QString::fromStdString(parts.session.document()->comment(packet)));
    m_text->setTabChangesFocus(true);
    m_text->selectAll();
    arrange(tr("&Comment on packet %1:").arg(packet.value));
    resize(usualSize);
}

void CommentDialog::arrange(const QString& heading)
{
    auto* label = new QLabel(heading, this);
    label->setBuddy(m_text);
    m_text->setAccessibleName(tr("Comment"));
    auto* hint = new QLabel(tr("File > Save As… writes it into a pcapng file. An empty comment is taken away."), this);
    hint->setFont(m_parts.theme.font(FontRole::Caption));
    hint->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &CommentDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &CommentDialog::reject);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this, ok = buttons->button(QDialogButtonBox::Ok)] {
        ok->setEnabled(m_text->toPlainText().toUtf8().size() <= longestComment);
    });
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_text, 1);
    layout->addWidget(hint);
    layout->addWidget(buttons);
}

void CommentDialog::accept()
{
    m_parts.session.changeComment(m_packet, m_text->toPlainText().trimmed());
    QDialog::accept();
}

void connectComments(const WindowParts& parts, QObject* context)
{
    QObject::connect(parts.actions.editComment, &QAction::triggered, context, [parts] {
        const CaptureDocument* document = parts.session.document();
        if (!document || !parts.selection.segment().isValid())
            return;
        PacketNumber packet;
        {
            const CaptureDocument::Reading reading(*document);
            packet = document->segment(parts.selection.segment()).packet;
        }
        auto* dialog = new CommentDialog(parts, packet);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

} // namespace tcpladder
