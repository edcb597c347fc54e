// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/translate_message.h"

#include <QCoreApplication>

namespace tcpladder {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(sentences)
};

QString fromCore(std::string_view text)
{
    const QByteArray key(text.data(), static_cast<qsizetype>(text.size()));
    return QCoreApplication::translate("core", key.constData());
}

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

/// Which file, and what the system or a value adds; empty when there is neither.
QString detailOf(const Error& error)
{
    if (error.detail.empty())
        return QString::fromStdString(error.file);
    // Most details are values or the system's words; those of ours are marked and found, the others stay.
    const QString detail = withArguments(fromCore(detailTemplate(error.code)), {fromCore(error.detail).toStdString()});
    return error.file.empty() ? detail : Words::tr("%1: %2").arg(QString::fromStdString(error.file), detail);
}

} // namespace

QString translateMessage(const Message& message)
{
    return withArguments(fromCore(message.text), message.arguments);
}

QString translateError(const QString& source, const Error& error)
{
    QString line = Words::tr("%1: %2").arg(source, fromCore(describe(error.code)));
    if (const QString detail = detailOf(error); !detail.isEmpty())
        line = Words::tr("%1 (%2)").arg(line, detail);
    return error.offset ? Words::tr("%1, at offset %2").arg(line, QString::number(*error.offset)) : line;
}

QString joinSentences(const QStringList& sentences)
{
    QString text;
    for (const QString& sentence : sentences)
        text = text.isEmpty() || sentence.isEmpty() ? text + sentence : Words::tr("%1 %2").arg(text, sentence);
    return text;
}

} // namespace tcpladder
