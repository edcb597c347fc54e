// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export_command.h"

#include "core/document/load.h"

#include <cstdio>

namespace tcpladder {

namespace {

/// What an error line begins with; that of several files names the file itself.
std::string nameOf(const std::vector<std::filesystem::path>& files)
{
    return files.size() == 1 ? files.front().string() : std::to_string(files.size()) + " files";
}

ExitStatus fail(const std::filesystem::path& name, const Error& error)
{
    std::fprintf(stderr, "tcpladder: %s\n", formatError(name.string(), error).c_str());
    return ExitStatus::Failure;
}

} // namespace

ExitStatus runExport(const ExportReport& command)
{
    const auto document = loadCaptures(command.files);
    if (!document)
        return fail(nameOf(command.files), document.error());
    auto output = OutputFile::open(command.output);
    if (!output)
        return fail(command.output, output.error());
    if (const auto written = writeReport(**document, command.report, command.format, *output, command.options);
        !written)
        return fail(nameOf(command.files), written.error());
    if (const auto committed = output->commit(); !committed)
        return fail(command.output, committed.error());
    return ExitStatus::Success;
}

} // namespace tcpladder
