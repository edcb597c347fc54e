// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export_command.h"

#include "app/failure.h"
#include "core/document/load.h"

namespace tcpladder {

ExitStatus runExport(const ExportReport& command)
{
    auto document = loadCaptures(command.files, [] { return std::chrono::steady_clock::now().time_since_epoch(); });
    if (!document)
        return fail(nameOf(command.files), document.error());
    auto output = OutputFile::open(command.output);
    if (!output)
        return fail(command.output.string(), output.error());
    if (const auto written = writeReport(**document, command.report, command.format, *output, command.options);
        !written)
        return fail(nameOf(command.files), written.error());
    if (const auto committed = output->commit(); !committed)
        return fail(command.output.string(), committed.error());
    // The process is about to end, and gives all memory back at once: a large document takes long to be taken apart.
    static_cast<void>(document->release());
    return ExitStatus::Success;
}

} // namespace tcpladder
