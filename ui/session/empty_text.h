// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tcpladder {

class CaptureSession;

/// Why a view has nothing to show, where that wants a word: the capture has no segment, or none yet.
QString emptyText(const CaptureSession& session);

} // namespace tcpladder
