// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/decode/tcp_flags.h"
#include "core/finding/finding.h"
#include "core/state/tcp_state.h"
#include "ui/support/shaped_lines.h"

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

#include <map>
#include <memory>
#include <utility>

namespace tcpladder {

/// What a colour is for. No other file of the program names a colour.
enum class ColorRole : std::uint8_t {
    Window,       ///< between the panels
    Panel,        ///< behind everything that is drawn
    RaisedPanel,  ///< headers of panels, buttons
    Border,       ///< around panels and boxes
    StrongBorder, ///< around what must be seen from afar: header fields, diagram nodes
    Grid,         ///< guide lines, folds, edges not walked
    Text,
    DisabledText,  ///< of what can't be used now
    SecondaryText, ///< times, units, captions; still readable on Panel
    TextOnColor,   ///< on a filled chip or badge
    Selection,     ///< behind the selected row
    SelectionEdge, ///< the bar at its edge, and the focus
    Hover,
    Accent, ///< links and what is chosen
    SideA,  ///< the two endpoints, wherever they need a colour of their own
    SideB,
    FieldMark, ///< behind the header field that is marked, in bytes and in pictures alike
    FieldMarkEdge,
    NoteMark,
    WarningMark,
    ErrorMark,
    LinkBytes, ///< behind the bytes of each layer's header
    NetworkBytes,
    TransportBytes,
    NoteBox, ///< behind a message of that severity
    WarningBox,
    ErrorBox,
    Count,
};

/// What a segment does, by which its arrow is coloured. A segment that does several things counts as the first that
/// fits.
enum class SegmentKind : std::uint8_t { Reset, Fin, Syn, Data, Acknowledgment, Other, Count };

/// The second cue beside a fill's colour.
enum class FillPattern : std::uint8_t { Solid, Hatched, Dotted };

enum class FontRole : std::uint8_t {
    Body,
    BodyBold,
    Caption, ///< secondary lines
    CaptionBold,
    PanelTitle,
    Mono, ///< addresses, numbers, bytes
    MonoBold,
    MonoCaption,
    Chip,      ///< flag chips and badges
    StateName, ///< beside the lifelines and in the diagram
    Endpoint,  ///< above the lifelines
    BigMono,   ///< the flags word
    BitCell,
    Count,
};

/// How a state looks wherever it is drawn.
struct StateStyle
{
    QColor fill;
    QColor text;   ///< the state's name on Panel, at least 4.5:1
    QColor onFill; ///< text on the fill
    FillPattern pattern = FillPattern::Solid;
};

struct ThemePalette;

/// The one place for colours, fonts and distances. The painted views ask it each time they draw, so that switching it
/// needs nothing but a repaint.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Scheme : std::uint8_t { Light, Dark };

    static constexpr std::size_t connectionColors = 6;

    explicit Theme(Scheme scheme = Scheme::Light, QObject* parent = nullptr);

    Scheme scheme() const { return m_scheme; }
    void setScheme(Scheme scheme);
    /// For a projector in a bright room: nothing faint, each line and secondary text a step stronger.
    void setHighContrast(bool high);

    QColor color(ColorRole role) const;
    StateStyle state(TcpState state) const;
    QColor segmentKind(SegmentKind kind) const;
    QColor flag(TcpFlag flag) const;
    QColor side(Side side) const;
    /// Of a connection among others, by its number; a shape has to tell as well, since the colours come again.
    QColor connection(std::size_t number) const;
    QColor severityMark(Severity severity) const;
    QColor severityBox(Severity severity) const;

    /// Sizes are in device-independent pixels, multiplied by zoom.
    QFont font(FontRole role, qreal zoom = 1) const;

    /// For the texts that are drawn in these fonts.
    ShapedLines& lines() const { return m_lines; }

    /// A brush that fills with the state's colour and pattern. Hatches keep their place when the painted thing scrolls
    /// if the painter's brush origin moves with it.
    QBrush stateBrush(TcpState state) const;

    /// For the widgets that Qt draws.
    QPalette widgetPalette() const;
    QString widgetStyleSheet() const;

signals:
    void changed();

private:
    Scheme m_scheme;
    const ThemePalette* m_palette;
    bool m_isHighContrast = false;
    /// By role and size in pixels. Copies of a font share what was found out about it; a new one is looked up anew.
    mutable std::map<std::pair<FontRole, int>, QFont> m_fonts;
    mutable ShapedLines m_lines;
};

/// Distances in device-independent pixels.
namespace spacing {
inline constexpr int tiny = 2;
inline constexpr int small = 4;
inline constexpr int medium = 8;
inline constexpr int large = 14;
inline constexpr int chipRadius = 4;
inline constexpr int panelRadius = 6;
} // namespace spacing

SegmentKind segmentKind(TcpFlags flags, std::uint32_t payloadLength);

} // namespace tcpladder
