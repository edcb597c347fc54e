// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/ladder_export.h"

#include "core/report/ladder_text.h"
#include "ui/export/pdf_pages.h"
#include "ui/ladder/ladder_painter.h"
#include "ui/support/theme.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QMimeData>

#include <array>

namespace tcpladder {

namespace {

constexpr qreal smallestPrint = 0.85; ///< of the size on a screen: 8 points for a label
constexpr qreal footerHeight = 28;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(export)
};

using Written = std::expected<void, QString>;

std::unexpected<QString> nothingThere()
{
    return std::unexpected(Words::tr("There is no such connection, or it has no such segments."));
}

LadderRequest makeRequest(ConnectionId connection, const LadderExportOptions& options)
{
    LadderRequest request;
    request.connection = connection;
    request.twoMsl = options.twoMsl;
    request.look = options.look;
    return request;
}

void paintFooter(QPainter& painter, const Theme& theme, const QRectF& rect, const QString& left, const QString& right)
{
    painter.setFont(theme.font(FontRole::Caption));
    painter.setPen(theme.color(ColorRole::SecondaryText));
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignBottom, left);
    painter.drawText(rect, Qt::AlignRight | Qt::AlignBottom, right);
}

/// Pages of a size that text can be read on, each with the header of the ladder and its number.
Written writePages(QIODevice& device, const CaptureDocument& document, ConnectionId connection, const Theme& theme,
    const LadderExportOptions& options)
{
    const QString name = Words::tr("Connection %1").arg(connection.value + 1);
    PdfPages pages(device, name, options.page);
    const QSizeF paper = pages.size();
    LadderSheet sheet(document, makeRequest(connection, options), options.range, paper.width() / smallestPrint);
    if (sheet.isEmpty())
        return nothingThere();
    const qreal scale = paper.width() / sheet.width();
    const QSizeF page = paper / scale;
    const auto strips = sheet.cut(page.height() - sheet.headerHeight() - footerHeight);
    bool isWritten = pages.begin();
    for (std::size_t i = 0; i < strips.size() && isWritten; ++i) {
        if (options.progress && !options.progress(i, strips.size()))
            return std::unexpected(QString());
        isWritten = i == 0 || pages.next();
        pages.painter().scale(scale, scale);
        LadderPainter(pages.painter(), theme, 1).paint(sheet.layOut(strips[i], theme));
        paintFooter(pages.painter(), theme, QRectF(QPointF(), page), name,
            Words::tr("Page %1 of %2").arg(i + 1).arg(strips.size()));
    }
    if (!pages.end() || !isWritten)
        return std::unexpected(Words::tr("The picture can't be written: %1").arg(device.errorString()));
    return {};
}

Written writeText(QIODevice& device, LadderTextFormat format, const CaptureDocument& document, ConnectionId connection,
    const LadderExportOptions& options)
{
    {
        const CaptureDocument::Reading reading(document);
        if (!connection.isValid() || connection.value >= document.connectionCount()
            || options.range.first >= document.connection(connection).connection.segments.size())
            return nothingThere();
    }
    bool isWritten = true;
    writeLadderText(document, connection,
        {.format = format,
            .twoMsl = options.twoMsl,
            .hasRelativeNumbers = options.look.sequenceStyle == SequenceStyle::Relative,
            .first = options.range.first,
            .end = options.range.end},
        [&](std::string_view text) {
            const auto size = static_cast<qint64>(text.size());
            isWritten = isWritten && device.write(text.data(), size) == size;
        });
    if (!isWritten)
        return std::unexpected(Words::tr("The text can't be written: %1").arg(device.errorString()));
    return {};
}

} // namespace

std::optional<LadderFormat> ladderFormatNamed(QStringView ending)
{
    static constexpr std::array names = std::to_array<QLatin1String>({QLatin1String("svg"), QLatin1String("pdf"),
        QLatin1String("png"), QLatin1String("mmd"), QLatin1String("puml"), QLatin1String("txt")});
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (ending.compare(names[i], Qt::CaseInsensitive) == 0)
            return static_cast<LadderFormat>(i);
    }
    return std::nullopt;
}

QPageLayout LadderExportOptions::defaultPage()
{
    constexpr qreal margin = 12;
    return {QPageSize(QPageSize::A4), QPageLayout::Portrait, {margin, margin, margin, margin}, QPageLayout::Millimeter};
}

std::expected<Picture, QString> makeLadderPicture(
    const CaptureDocument& document, ConnectionId connection, const Theme& theme, const LadderExportOptions& options)
{
    LadderSheet sheet(document, makeRequest(connection, options), options.range, options.width);
    if (sheet.isEmpty())
        return nothingThere();
    if (sheet.rowCount() > mostRowsInPicture)
        return std::unexpected(Words::tr("A picture of %1 rows is more than other programs open: "
                                         "choose PDF, which has pages, a text, or fewer segments.")
                .arg(formatCount(sheet.rowCount())));
    const LadderSheet::Strip whole = sheet.whole();
    const auto layout = std::make_shared<const LadderLayout>(sheet.layOut(whole, theme));
    return Picture{sheet.title(), {sheet.width(), sheet.headerHeight() + whole.height()},
        [layout, &theme](QPainter& painter) { LadderPainter(painter, theme, 1).paint(*layout); }};
}

std::expected<void, QString> writeLadder(QIODevice& device, LadderFormat format, const CaptureDocument& document,
    ConnectionId connection, const Theme& theme, const LadderExportOptions& options)
{
    const auto asPicture = [&](PictureFormat picture) -> Written {
        const auto made = makeLadderPicture(document, connection, theme, options);
        if (!made)
            return std::unexpected(made.error());
        return writePicture(device, picture, *made, {.scale = options.scale, .page = {}});
    };
    const auto asText = [&](LadderTextFormat text) { return writeText(device, text, document, connection, options); };
    switch (format) {
    case LadderFormat::Svg: return asPicture(PictureFormat::Svg);
    case LadderFormat::Png: return asPicture(PictureFormat::Png);
    case LadderFormat::Pdf: return writePages(device, document, connection, theme, options);
    case LadderFormat::Mermaid: return asText(LadderTextFormat::Mermaid);
    case LadderFormat::PlantUml: return asText(LadderTextFormat::PlantUml);
    case LadderFormat::Text: return asText(LadderTextFormat::Plain);
    }
    return {};
}

std::unique_ptr<QMimeData> copyLadder(
    const CaptureDocument& document, ConnectionId connection, const Theme& theme, const LadderExportOptions& options)
{
    QBuffer text;
    text.open(QIODevice::WriteOnly);
    if (!writeText(text, LadderTextFormat::Plain, document, connection, options))
        return {};
    const QString plain = QString::fromUtf8(text.data());
    if (const auto picture = makeLadderPicture(document, connection, theme, options))
        return clipboardData(*picture, plain);
    auto mime = std::make_unique<QMimeData>();
    mime->setText(plain);
    return mime;
}

} // namespace tcpladder
