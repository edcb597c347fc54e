// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/clause_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace tcpladder {

namespace {

// RFC 9293 section 3.10.7 counts the steps of its rules in words: "Fifth, check the ACK field".
constexpr std::array steps{QT_TRANSLATE_NOOP("clause", "first"), QT_TRANSLATE_NOOP("clause", "second"),
    QT_TRANSLATE_NOOP("clause", "third"), QT_TRANSLATE_NOOP("clause", "fourth"), QT_TRANSLATE_NOOP("clause", "fifth"),
    QT_TRANSLATE_NOOP("clause", "sixth"), QT_TRANSLATE_NOOP("clause", "seventh"),
    QT_TRANSLATE_NOOP("clause", "eighth")};

} // namespace

QString clauseText(std::string_view clause)
{
    // A number behind "RFC nnnn" or a comma.
    static const QRegularExpression section(QStringLiteral("(?<=\\d{4}|,) (\\d)"));
    QString text = QString::fromUtf8(clause.data(), static_cast<qsizetype>(clause.size()))
                       .replace(section, QStringLiteral(" §\\1"));
    for (const char* step : steps)
        text.replace(QLatin1String(step), QCoreApplication::translate("clause", step));
    return text;
}

} // namespace tcpladder
