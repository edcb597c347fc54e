// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string_view>

namespace tcpladder {

/// A file that appears under its name only when it is whole: written beside it and renamed by commit().
///
/// Without commit() what was written is removed. "-" is standard output; a device, a pipe or a socket is written
/// straight to, never replaced.
class OutputFile
{
public:
    static Result<OutputFile> open(const std::filesystem::path& path);

    OutputFile(OutputFile&&) = default;
    OutputFile& operator=(OutputFile&&) = delete;
    ~OutputFile();

    /// Errors are kept and reported by commit().
    void write(std::string_view text);

    Result<void> commit();

private:
    struct Close
    {
        void operator()(std::FILE* file) const
        {
            if (file != stdout)
                std::fclose(file);
        }
    };

    OutputFile(std::FILE* file, std::filesystem::path target, std::filesystem::path temporary);

    std::unique_ptr<std::FILE, Close> m_file;
    std::filesystem::path m_target;
    std::filesystem::path m_temporary; ///< empty where the target is written to directly
    int m_error = 0;                   ///< errno of the first failure
};

} // namespace tcpladder
