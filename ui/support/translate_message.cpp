// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/translate_message.h"

#include <QCoreApplication>

namespace tcpladder {

namespace {

/// All at once: an argument may hold a %1 of its own, which must stay.
QString withArguments(const QString& text, const std::vector<std::string>& arguments)
{
    QString filled;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPlace = text[i] == u'%' && i + 1 < text.size() && text[i + 1] >= u'1' && text[i + 1] <= u'9';
        const auto index = isPlace ? static_cast<std::size_t>(text[i + 1].unicode() - u'1') : arguments.size();
        if (index < arguments.size()) {
            filled += QString::fromStdString(arguments[index]);
            ++i;
        } else {
            filled += text[i];
        }
    }
    return filled;
}

} // namespace

QString translateMessage(const Message& message)
{
    const QByteArray text(message.text.data(), static_cast<qsizetype>(message.text.size()));
    return withArguments(QCoreApplication::translate("core", text.constData()), message.arguments);
}

} // namespace tcpladder
