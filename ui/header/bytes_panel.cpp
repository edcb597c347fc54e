// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/header/bytes_panel.h"

#include "ui/header/header_view.h"
#include "ui/header/hex_view.h"
#include "ui/header/shown_segment.h"
#include "ui/support/format_text.h"
#include "ui/support/theme.h"

#include <QLabel>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace tcpladder {

namespace {

constexpr std::size_t rowsAtLeast = 2;
constexpr std::size_t rowsAtMost = 6; ///< before the user moves the handle
constexpr int lowestHeader = 48;      ///< more than a low window has beside a text's line would put one over the other

QString toText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

BytesPanel::BytesPanel(const ShownSegment& shown, Selection& selection, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_shown(shown)
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_hex(new HexView(shown, selection, theme, m_splitter))
    , m_header(new HeaderView(shown, selection, theme, m_splitter))
    , m_trouble(new QLabel(this))
    , m_notes(new QLabel(this))
{
    m_notes->setObjectName(QStringLiteral("packetNotes"));
    m_notes->setTextFormat(Qt::PlainText);
    m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_notes->setWordWrap(true);
    m_notes->setFont(theme.font(FontRole::Caption));
    m_notes->setContentsMargins(spacing::medium, spacing::medium, spacing::medium, 0);
    m_trouble->setWordWrap(true);
    m_trouble->setMargin(spacing::large);
    m_hex->setMinimumHeight(m_hex->heightForRows(rowsAtLeast));
    m_header->setMinimumHeight(lowestHeader);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_trouble);
    layout->addWidget(m_notes);
    layout->addWidget(m_splitter, 1);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_isSharedByUser = true; });
    connect(&shown, &ShownSegment::changed, this, &BytesPanel::showDetail);
    showDetail();
}

void BytesPanel::resizeEvent(QResizeEvent*)
{
    shareHeight();
}

void BytesPanel::showDetail()
{
    m_trouble->setText(m_shown.trouble());
    m_trouble->setVisible(!m_shown.trouble().isEmpty());
    m_splitter->setVisible(m_shown.trouble().isEmpty());
    showNotes();
    shareHeight();
    QString detail;
    if (m_shown.details()) {
        detail = tr("segment %1").arg(m_shown.number()) + QStringLiteral(" · ")
            + formatBytes(m_shown.details()->bytes.size()) + QStringLiteral(" · ") + layerLengths(m_shown);
    }
    emit detailChanged(detail);
}

void BytesPanel::showNotes()
{
    constexpr qsizetype longestNote = 400;
    QStringList notes;
    const SegmentDetails* details = m_shown.details();
    if (details && details->text) {
        const QString text = QString::fromStdString(details->text->text).trimmed();
        notes << tr("Line %1: %2")
                     .arg(details->text->firstLine)
                     .arg(text.section(QLatin1Char('\n'), 0, 0).left(longestNote));
    }
    if (details && !details->comment.empty())
        notes << tr("Comment: %1").arg(QString::fromStdString(details->comment).trimmed().left(longestNote));
    m_notes->setText(notes.join(QLatin1Char('\n')));
    m_notes->setVisible(!notes.isEmpty());
}

/// The bytes get as many rows as they need, within limits, the header the rest; until the user says otherwise.
void BytesPanel::shareHeight()
{
    if (m_isSharedByUser || !m_shown.details())
        return;
    std::size_t rows = std::clamp(m_hex->geometryOfBytes().rowCount(), rowsAtLeast, rowsAtMost);
    const int notes = m_notes->isHidden() ? 0 : m_notes->heightForWidth(width()) + layout()->spacing();
    const int room = height() - notes - m_splitter->handleWidth();
    const int most = std::min(height() * 9 / 20, room - lowestHeader);
    while (rows > rowsAtLeast && m_hex->heightForRows(rows) > most)
        --rows; // whole ones
    const int hexHeight = m_hex->heightForRows(rows);
    m_splitter->setSizes({hexHeight, std::max(1, room - hexHeight)});
}

QString layerLengths(const ShownSegment& shown)
{
    const SegmentDetails* details = shown.details();
    if (!details)
        return {};
    const Segment& segment = details->segment;
    QStringList parts;
    for (const PacketField& field : details->fields) {
        if (field.field == HeaderField::LinkHeader)
            parts << QStringLiteral("%1 %2").arg(toText(layerName(field.layer))).arg(field.length);
    }
    const bool isV6 = segment.source.version == IpVersion::V6;
    parts << QStringLiteral("%1 %2")
                 .arg(QLatin1String(isV6 ? "IPv6" : "IPv4"))
                 .arg(segment.transportOffset - segment.networkOffset);
    parts << QStringLiteral("TCP %1").arg(segment.headerLength);
    if (segment.payloadLength > 0)
        parts << BytesPanel::tr("data %1").arg(segment.payloadLength);
    return parts.join(QStringLiteral(" + "));
}

} // namespace tcpladder
