// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/output_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace tcpladder {

namespace {

Error systemError(int number, const std::filesystem::path& path)
{
    const std::string detail = std::strerror(number);
    return {ErrorCode::CannotWrite, {}, path.empty() ? detail : path.string() + ": " + detail};
}

bool isWrittenDirectly(const std::filesystem::path& path)
{
    std::error_code ignored;
    const auto status = std::filesystem::status(path, ignored);
    return std::filesystem::exists(status) && !std::filesystem::is_regular_file(status);
}

/// What a new file would get: mkstemp makes files that only their owner may read.
void giveUsualPermissions(int descriptor)
{
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::fchmod(descriptor, 0666 & ~mask);
}

} // namespace

OutputFile::OutputFile(std::FILE* file, std::filesystem::path target, std::filesystem::path temporary)
    : m_file(file)
    , m_target(std::move(target))
    , m_temporary(std::move(temporary))
{
}

Result<OutputFile> OutputFile::open(const std::filesystem::path& path)
{
    if (path == "-")
        return OutputFile(stdout, {}, {});
    if (isWrittenDirectly(path)) {
        std::FILE* file = std::fopen(path.c_str(), "wb");
        if (!file)
            return std::unexpected(systemError(errno, path));
        return OutputFile(file, path, {});
    }
    // A link is followed, so that it stays a link and what it names is replaced.
    std::error_code ignored;
    const auto target = std::filesystem::is_symlink(path) ? std::filesystem::weakly_canonical(path, ignored) : path;
    std::string name = target.string() + ".XXXXXX";
    const int descriptor = ::mkstemp(name.data());
    if (descriptor < 0)
        return std::unexpected(systemError(errno, path));
    giveUsualPermissions(descriptor);
    return OutputFile(::fdopen(descriptor, "wb"), target, name);
}

OutputFile::~OutputFile()
{
    if (m_file && !m_temporary.empty())
        ::unlink(m_temporary.c_str());
}

void OutputFile::write(std::string_view text)
{
    if (m_error == 0 && std::fwrite(text.data(), 1, text.size(), m_file.get()) != text.size())
        m_error = errno;
}

Result<void> OutputFile::commit()
{
    if (m_error == 0 && std::fflush(m_file.get()) != 0)
        m_error = errno;
    if (m_error == 0 && !m_temporary.empty() && ::rename(m_temporary.c_str(), m_target.c_str()) != 0)
        m_error = errno;
    if (m_error != 0)
        return std::unexpected(systemError(m_error, m_target));
    m_temporary.clear();
    return {};
}

} // namespace tcpladder
