// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Marks a text that the window shows translated: lupdate collects it in the named context, which is "core" for all of
/// core; core itself speaks English only. %1, %2 ... stand for values. A template can be translated only when it is one
/// literal, so sentences are never put together from words.
#define TCPLADDER_TR(context, text) text
