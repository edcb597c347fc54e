// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export_command.h"

#include "core/document/load.h"

#include <cstdio>

namespace tcpladder {

namespace {

ExitStatus fail(const std::filesystem::path& name, const Error& error)
{
    std::fprintf(stderr, "tcpladder: %s\n", formatError(name.string(), error).c_str());
    return ExitStatus::Failure;
}

} // namespace

ExitStatus runExport(const ExportReport& command)
{
    const auto document = loadCapture(command.file);
    if (!document)
        return fail(command.file, document.error());
    auto output = OutputFile::open(command.output);
    if (!output)
        return fail(command.output, output.error());
    if (const auto written = writeReport(**document, command.report, command.format, *output, command.options);
        !written)
        return fail(command.file, written.error());
    if (const auto committed = output->commit(); !committed)
        return fail(command.output, committed.error());
    return ExitStatus::Success;
}

} // namespace tcpladder
