// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

namespace tcpladder {

/// A page without margins for a picture of that size, in pixels of a screen.
QPageLayout pageAsLargeAs(QSizeF pixels);

/// Pages of a PDF, painted one behind the other in pixels of a screen, of which there are 96 to the inch.
class PdfPages
{
public:
    PdfPages(QIODevice& device, const QString& title, const QPageLayout& layout);

    /// Within the margins.
    QSizeF size() const;

    /// Begins the first page: whether the device takes it.
    bool begin();
    bool next();
    bool end();

    /// Its (0, 0) is the corner of the page within the margins, at the beginning of each page.
    QPainter& painter() { return m_painter; }

private:
    void placePainter();

    QPdfWriter m_writer;
    QPainter m_painter;
};

} // namespace tcpladder
