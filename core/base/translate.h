// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Marks a text that the window shows translated: lupdate collects it, core itself speaks English only. %1, %2 ...
/// stand for values.
#define TCPLADDER_TR(text) text
