// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/finding_text.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace tcpladder {

namespace {

/// In the order of FindingKind.
constexpr auto titles = std::to_array<const char*>({
    QT_TRANSLATE_NOOP("finding", "SYN sent again"),                          // SynRetransmission
    QT_TRANSLATE_NOOP("finding", "Retransmission after a timeout"),          // RtoRetransmission
    QT_TRANSLATE_NOOP("finding", "Fast retransmission"),                     // FastRetransmission
    QT_TRANSLATE_NOOP("finding", "Needless retransmission"),                 // SpuriousRetransmission
    QT_TRANSLATE_NOOP("finding", "FIN sent again"),                          // FinRetransmission
    QT_TRANSLATE_NOOP("finding", "Out of order"),                            // OutOfOrder
    QT_TRANSLATE_NOOP("finding", "Segment not captured"),                    // SegmentNotCaptured
    QT_TRANSLATE_NOOP("finding", "Acknowledges what was not captured"),      // AckOfUnseen
    QT_TRANSLATE_NOOP("finding", "Duplicate ACK"),                           // DupAck
    QT_TRANSLATE_NOOP("finding", "Selective acknowledgment"),                // Sack
    QT_TRANSLATE_NOOP("finding", "Duplicate SACK"),                          // Dsack
    QT_TRANSLATE_NOOP("finding", "Window closed"),                           // ZeroWindow
    QT_TRANSLATE_NOOP("finding", "Window probe"),                            // ZeroWindowProbe
    QT_TRANSLATE_NOOP("finding", "Answer to a window probe"),                // ZeroWindowProbeAck
    QT_TRANSLATE_NOOP("finding", "Window full"),                             // WindowFull
    QT_TRANSLATE_NOOP("finding", "Window update"),                           // WindowUpdate
    QT_TRANSLATE_NOOP("finding", "Keep-alive"),                              // KeepAlive
    QT_TRANSLATE_NOOP("finding", "Answer to a keep-alive"),                  // KeepAliveAck
    QT_TRANSLATE_NOOP("finding", "Ports used again"),                        // PortReuse
    QT_TRANSLATE_NOOP("finding", "Half-open connection"),                    // HalfOpen
    QT_TRANSLATE_NOOP("finding", "Connection refused"),                      // Refused
    QT_TRANSLATE_NOOP("finding", "Connection reset"),                        // Rst
    QT_TRANSLATE_NOOP("finding", "RST that is ignored"),                     // RstIgnored
    QT_TRANSLATE_NOOP("finding", "Challenge ACK"),                           // ChallengeAck
    QT_TRANSLATE_NOOP("finding", "SYN to TIME_WAIT"),                        // SynInTimeWait
    QT_TRANSLATE_NOOP("finding", "TIME_WAIT starts anew"),                   // TimeWaitRestarted
    QT_TRANSLATE_NOOP("finding", "TIME_WAIT ended by RST"),                  // TimeWaitAssassinated
    QT_TRANSLATE_NOOP("finding", "Half-close"),                              // HalfClose
    QT_TRANSLATE_NOOP("finding", "Never closed"),                            // NeverClosed
    QT_TRANSLATE_NOOP("finding", "Simultaneous open"),                       // SimultaneousOpen
    QT_TRANSLATE_NOOP("finding", "Simultaneous close"),                      // SimultaneousClose
    QT_TRANSLATE_NOOP("finding", "Three-segment close"),                     // ThreeSegmentClose
    QT_TRANSLATE_NOOP("finding", "Capture began midstream"),                 // MidstreamStart
    QT_TRANSLATE_NOOP("finding", "One direction only"),                      // OneSided
    QT_TRANSLATE_NOOP("finding", "TCP Fast Open"),                           // FastOpen
    QT_TRANSLATE_NOOP("finding", "Larger than the MSS"),                     // OversizedSegment
    QT_TRANSLATE_NOOP("finding", "Captured twice"),                          // CapturedTwice
    QT_TRANSLATE_NOOP("finding", "Wrong checksum"),                          // ChecksumWrong
    QT_TRANSLATE_NOOP("finding", "Checksum left to the network card"),       // ChecksumPartial
    QT_TRANSLATE_NOOP("finding", "Clock goes back"),                         // ClockBackwards
    QT_TRANSLATE_NOOP("finding", "Bad option"),                              // BadOption
    QT_TRANSLATE_NOOP("finding", "Header cut short"),                        // TruncatedHeader
    QT_TRANSLATE_NOOP("finding", "Malformed packet"),                        // MalformedPacket
    QT_TRANSLATE_NOOP("finding", "Packets left out"),                        // UnsupportedPacket
    QT_TRANSLATE_NOOP("finding", "ECN"),                                     // Ecn
    QT_TRANSLATE_NOOP("finding", "Accurate ECN"),                            // AccEcn
    QT_TRANSLATE_NOOP("finding", "ICMP error"),                              // IcmpError
    QT_TRANSLATE_NOOP("finding", "Flags differ between text and bytes"),     // TextFlagsDiffer
    QT_TRANSLATE_NOOP("finding", "Addresses differ between text and bytes"), // TextAddressesDiffer
    QT_TRANSLATE_NOOP("finding", "Both addresses are the same in the text"), // TextSameAddresses
    QT_TRANSLATE_NOOP("finding", "Line of the text not understood"),         // TextUnreadableLine
    QT_TRANSLATE_NOOP("finding", "ACK does not cover the FIN"),              // AckDoesNotCoverFin
    QT_TRANSLATE_NOOP("finding", "Capture is cut short"),                    // CaptureCutShort
    QT_TRANSLATE_NOOP("finding", "Numbers differ between text and bytes"),   // TextNumbersDiffer
    QT_TRANSLATE_NOOP("finding", "Names in the text without addresses"),     // TextNamesUnresolved
    QT_TRANSLATE_NOOP("finding", "Timestamp too old"),                       // Paws
    QT_TRANSLATE_NOOP("finding", "Fragment missing"),                        // FragmentMissing
});
static_assert(titles.size() == std::to_underlying(FindingKind::Count));

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(finding)
};

} // namespace

QString findingTitle(FindingKind kind)
{
    return Words::tr(titles.at(std::to_underlying(kind)));
}

QString presumedLossText()
{
    return Words::tr("presumably lost: sent again");
}

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::Note: return Words::tr("note");
    case Severity::Warning: return Words::tr("warning");
    case Severity::Error: return Words::tr("error");
    case Severity::Count: break;
    }
    return {};
}

QString closeText(CloseKind close)
{
    switch (close) {
    case CloseKind::Open: break;
    case CloseKind::HalfClosed: return Words::tr("closed on one side only");
    case CloseKind::FourSegments: return Words::tr("four-segment close");
    case CloseKind::ThreeSegments: return Words::tr("three-segment close");
    case CloseKind::Simultaneous: return Words::tr("simultaneous close");
    case CloseKind::Reset: return Words::tr("ended by RST");
    case CloseKind::Refused: return Words::tr("refused");
    }
    return {};
}

} // namespace tcpladder
