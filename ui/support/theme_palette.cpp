// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/theme_palette.h"

namespace tcpladder {

namespace {

// Fills follow the palette of Okabe and Ito, which the three common kinds of colour blindness tell apart; the texts are
// darker relatives of them, since orange or sky blue letters can't be read on white.
constexpr ThemePalette lightPalette {
    .roles = {
        0xf3f4f7, // Window
        0xffffff, // Panel
        0xf1f3f6, // RaisedPanel
        0xd8dce3, // Border
        0x848b97, // StrongBorder
        0x8e949f, // Grid
        0x1f2430, // Text
        0xa3aab5, // DisabledText
        0x5b6270, // SecondaryText
        0xffffff, // TextOnColor
        0xe3eefb, // Selection
        0x0072b2, // SelectionEdge
        0xf2f6fb, // Hover
        0x0067a3, // Accent
        0x0072b2, // SideA
        0x8b2f8b, // SideB
        0xfde3d1, // FieldMark
        0xd55e00, // FieldMarkEdge
        0x0067a3, // NoteMark
        0xa85300, // WarningMark
        0xb3122d, // ErrorMark
        0xe9ebef, // LinkBytes
        0xdfeefa, // NetworkBytes
        0xddf2e8, // TransportBytes
        0xeef5fc, // NoteBox
        0xfff6ee, // WarningBox
        0xfdeef0, // ErrorBox
    },
    .states = { {
        { 0xe5e7eb, 0x5b6270, 0x535a67, FillPattern::Dotted }, // Unknown
        { 0xa6a4a0, 0x5b6270, 0x1f2430 },                      // Closed
        { 0x8fa9bf, 0x47657f, 0x1f2430 },                      // Listen
        { 0x56b4e9, 0x1a6fa3, 0x1f2430 },                      // SynSent
        { 0x1c5fb0, 0x1a5aa8, 0xffffff },                      // SynReceived
        { 0x008360, 0x00765a, 0xffffff },                      // Established
        { 0xe69f00, 0x8f6200, 0x1f2430 },                      // FinWait1
        { 0xf2cf5b, 0x7d6200, 0x1f2430 },                      // FinWait2
        { 0xc475ab, 0x9d4380, 0x1f2430 },                      // CloseWait
        { 0x8c564b, 0x7d4a40, 0xffffff },                      // Closing
        { 0x9c4a7c, 0x8a3c6b, 0xffffff },                      // LastAck
        { 0xc45200, 0xb04600, 0xffffff, FillPattern::Hatched }, // TimeWait
    } },
    .kinds = {
        0xb3122d, // Reset
        0xc25400, // Fin
        0x0067a3, // Syn
        0x00745a, // Data
        0x626977, // Acknowledgment
        0x6a4c93, // Other
    },
    .connections = { 0x0067a3, 0xb04600, 0x00745a, 0x8b2f8b, 0x7d6200, 0x47657f },
};

constexpr ThemePalette darkPalette {
    .roles = {
        0x15181e, // Window
        0x1d2129, // Panel
        0x272c36, // RaisedPanel
        0x3a414e, // Border
        0x798292, // StrongBorder
        0x677080, // Grid
        0xe8ebf0, // Text
        0x5d6675, // DisabledText
        0xa7afbd, // SecondaryText
        0x12151a, // TextOnColor
        0x243a52, // Selection
        0x56b4e9, // SelectionEdge
        0x252b35, // Hover
        0x6cbdf0, // Accent
        0x56b4e9, // SideA
        0xd79cc0, // SideB
        0x4d3320, // FieldMark
        0xf28c3a, // FieldMarkEdge
        0x6cbdf0, // NoteMark
        0xf2a65a, // WarningMark
        0xff7d8c, // ErrorMark
        0x2b313c, // LinkBytes
        0x1e3347, // NetworkBytes
        0x1d3a30, // TransportBytes
        0x1f2d3d, // NoteBox
        0x3a2c1f, // WarningBox
        0x3d2227, // ErrorBox
    },
    .states = { {
        { 0x3a414e, 0xa7afbd, 0xa7afbd, FillPattern::Dotted }, // Unknown
        { 0x6e6f73, 0xb9bcc2, 0xffffff },                      // Closed
        { 0x8fa9bf, 0xa9c2d8, 0x12151a },                      // Listen
        { 0x87bff1, 0x8fc8f5, 0x12151a },                      // SynSent
        { 0x2f8fd0, 0x6fb6ea, 0x12151a },                      // SynReceived
        { 0x1fb98c, 0x4fd0aa, 0x12151a },                      // Established
        { 0xe69f00, 0xf0b73a, 0x12151a },                      // FinWait1
        { 0xf2cf5b, 0xf2d980, 0x12151a },                      // FinWait2
        { 0xde94bd, 0xe8adcd, 0x12151a },                      // CloseWait
        { 0xb07b6e, 0xd0a297, 0x12151a },                      // Closing
        { 0xb366a2, 0xd693c6, 0x12151a },                      // LastAck
        { 0xe8762b, 0xf79a5c, 0x12151a, FillPattern::Hatched }, // TimeWait
    } },
    .kinds = {
        0xff7d8c, // Reset
        0xf28c3a, // Fin
        0x6cbdf0, // Syn
        0x4fd0aa, // Data
        0xa7afbd, // Acknowledgment
        0xc0a3e5, // Other
    },
    .connections = { 0x6cbdf0, 0xf28c3a, 0x4fd0aa, 0xd79cc0, 0xf2cf5b, 0xa9c2d8 },
};

} // namespace

const ThemePalette& themePalette(Theme::Scheme scheme)
{
    return scheme == Theme::Scheme::Light ? lightPalette : darkPalette;
}

} // namespace tcpladder
