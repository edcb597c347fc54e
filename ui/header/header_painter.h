// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/header/header_layout.h"

class QPainter;

namespace tcpladder {

void paintHeader(QPainter& painter, const std::vector<HeaderBox>& boxes, const HeaderLayout& layout,
    const std::optional<FieldChoice>& marked, const Theme& theme);

} // namespace tcpladder
