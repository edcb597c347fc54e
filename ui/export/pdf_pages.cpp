// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/pdf_pages.h"

namespace tcpladder {

namespace {

constexpr int dotsPerInch = 1200;
constexpr qreal pixelsPerInch = 96; ///< CSS's idea of a pixel
constexpr qreal pointsPerInch = 72;

} // namespace

QPageLayout pageAsLargeAs(QSizeF pixels)
{
    const QSizeF points = pixels * (pointsPerInch / pixelsPerInch);
    return {QPageSize(points, QPageSize::Point, {}, QPageSize::ExactMatch), QPageLayout::Portrait, QMarginsF()};
}

PdfPages::PdfPages(QIODevice& device, const QString& title, const QPageLayout& layout)
    : m_writer(&device)
{
    m_writer.setTitle(title);
    m_writer.setCreator(QStringLiteral("tcpladder"));
    m_writer.setResolution(dotsPerInch);
    m_writer.setPageLayout(layout);
}

QSizeF PdfPages::size() const
{
    return m_writer.pageLayout().paintRect(QPageLayout::Point).size() * (pixelsPerInch / pointsPerInch);
}

bool PdfPages::begin()
{
    const bool hasBegun = m_painter.begin(&m_writer);
    placePainter();
    return hasBegun;
}

bool PdfPages::next()
{
    const bool hasPage = m_writer.newPage();
    placePainter();
    return hasPage;
}

bool PdfPages::end()
{
    return m_painter.end();
}

void PdfPages::placePainter()
{
    m_painter.resetTransform();
    m_painter.setClipping(false);
    m_painter.scale(dotsPerInch / pixelsPerInch, dotsPerInch / pixelsPerInch);
}

} // namespace tcpladder
