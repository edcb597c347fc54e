// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/document/capture_document.h"

#include <filesystem>
#include <memory>

namespace tcpladder {

/// Loads a whole capture in the calling thread. A capture that gives nothing because of its damage or its link type is
/// an error; one that gives a part is a document with the damage in its summary and findings.
Result<std::unique_ptr<CaptureDocument>> loadCapture(const std::filesystem::path& path);

/// The same for several files, merged by time.
/// \param clock see DocumentBuilder
Result<std::unique_ptr<CaptureDocument>> loadCaptures(
    std::span<const std::filesystem::path> paths, const Clock& clock = {});

/// What is wrong with a document that holds nothing to show; nothing where it holds segments, or is just without TCP.
std::optional<Error> whyEmpty(const CaptureDocument& document);

} // namespace tcpladder
