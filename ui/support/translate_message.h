// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/report/message.h"

#include <QString>
#include <QStringList>

namespace tcpladder {

/// Core's sentence in the language of the window.
QString translateMessage(const Message& message);

/// formatError() in the language of the window.
QString translateError(const QString& source, const Error& error);

/// One behind the other; what stands between them is the language's as well.
QString joinSentences(const QStringList& sentences);

} // namespace tcpladder
