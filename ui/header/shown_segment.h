// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/segment_details.h"
#include "core/report/header_wording.h"
#include "core/report/what_if_wording.h"

#include <QObject>
#include <QString>

namespace tcpladder {

class CaptureDocument;
class CaptureSession;
class Selection;

/// What a finding says about the flags that a text and its bytes disagree on.
struct FlagsDispute
{
    QString reason;
    TcpFlags decided; ///< what the document goes by

    bool operator==(const FlagsDispute&) const = default;
};

/// The selected segment with its packet, read once for all the views that explain it.
class ShownSegment : public QObject
{
    Q_OBJECT

public:
    ShownSegment(const CaptureSession& session, const Selection& selection, QObject* parent = nullptr);

    /// Null while no segment is selected, or when its packet can't be read.
    const SegmentDetails* details() const { return m_details ? &*m_details : nullptr; }
    /// Why the packet can't be read; else empty.
    const QString& trouble() const { return m_trouble; }

    /// Its place in its connection, counted from 1.
    std::size_t number() const { return m_number; }
    const SegmentContext& context() const { return m_context; }
    const std::optional<FlagsDispute>& dispute() const { return m_dispute; }

    /// Bytes 12 and 13 of the TCP header as they were captured; where they were not, as the summary line says.
    std::uint16_t flagsWord() const;

    /// What another word would mean here. Only while there are details.
    WhatIf whatIf(std::uint16_t word) const;

signals:
    void changed();

private:
    void readAnew();
    void readFrom(const CaptureDocument& document);
    void readSurroundings();
    bool takeSurroundings(const CaptureDocument& document);

    const CaptureSession& m_session;
    const Selection& m_selection;
    std::optional<SegmentDetails> m_details;
    QString m_trouble;
    std::size_t m_number = 0;
    SegmentContext m_context;
    std::optional<FlagsDispute> m_dispute;
};

} // namespace tcpladder
