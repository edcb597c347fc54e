// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tcpladder {

/// Makes the files of resources.qrc readable; a static library's own are not without it. May be called more than once.
void loadResources();

} // namespace tcpladder
