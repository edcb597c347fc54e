// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/capture_copy.h"

#include <QFile>

#include <filesystem>

namespace tcpladder {

namespace {

QString copyWhole(const std::filesystem::path& from, const std::filesystem::path& to)
{
    std::filesystem::path part = to;
    part += ".part";
    std::error_code error;
    std::filesystem::copy_file(from, part, std::filesystem::copy_options::overwrite_existing, error);
    if (!error)
        std::filesystem::rename(part, to, error);
    if (!error)
        return {};
    std::error_code ignored;
    std::filesystem::remove(part, ignored);
    return QString::fromStdString(error.message());
}

} // namespace

void CaptureCopy::begin(const QString& from, const QString& to)
{
    m_thread = std::jthread([this, from, to] {
        const QString error = copyWhole(QFile::encodeName(from).toStdString(), QFile::encodeName(to).toStdString());
        QMetaObject::invokeMethod(this, [this, to, error] { emit finished(to, error); }, Qt::QueuedConnection);
    });
}

} // namespace tcpladder
