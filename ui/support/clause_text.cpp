// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/clause_text.h"

#include <QRegularExpression>

namespace tcpladder {

QString clauseText(std::string_view clause)
{
    // A number behind "RFC nnnn" or a comma.
    static const QRegularExpression section(QStringLiteral("(?<=\\d{4}|,) (\\d)"));
    return QString::fromUtf8(clause.data(), static_cast<qsizetype>(clause.size()))
        .replace(section, QStringLiteral(" §\\1"));
}

} // namespace tcpladder
