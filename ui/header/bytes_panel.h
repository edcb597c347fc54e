// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QSplitter;

namespace tcpladder {

class HeaderView;
class HexView;
class Selection;
class ShownSegment;
class Theme;

/// The packet's bytes, and below them its TCP header as a picture.
class BytesPanel : public QWidget
{
    Q_OBJECT

public:
    BytesPanel(const ShownSegment& shown, Selection& selection, const Theme& theme, QWidget* parent = nullptr);

    HexView& hexView() const { return *m_hex; }
    HeaderView& headerView() const { return *m_header; }

signals:
    /// "segment 3 · 52 bytes · IPv4 20 + TCP 32"
    void detailChanged(const QString& detail);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showDetail();
    void showNotes();
    void shareHeight();

    const ShownSegment& m_shown;
    QSplitter* m_splitter;
    HexView* m_hex;
    HeaderView* m_header;
    QLabel* m_trouble;
    QLabel* m_notes; ///< what a text or a comment says of the packet
    bool m_isSharedByUser = false;
};

/// Lengths of the headers of the shown packet, "IPv4 20 + TCP 32 + 5"; the last number is the payload's.
QString layerLengths(const ShownSegment& shown);

} // namespace tcpladder
