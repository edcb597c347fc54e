// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "ui/shell/window_parts.h"

#include <QDialog>

class QPlainTextEdit;

namespace tcpladder {

/// Changes what is written about the selected segment's packet.
class CommentDialog : public QDialog
{
    Q_OBJECT

public:
    static constexpr qsizetype longestComment = 0xffff; ///< bytes of UTF-8: an option's length in pcapng

    CommentDialog(const WindowParts& parts, PacketNumber packet);

    void accept() override;

private:
    void arrange(const QString& heading);

    WindowParts m_parts;
    PacketNumber m_packet;
    QPlainTextEdit* m_text;
};

/// Opens it for the selected segment.
void connectComments(const WindowParts& parts, QObject* context);

} // namespace tcpladder
