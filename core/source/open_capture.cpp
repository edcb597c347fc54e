// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/open_capture.h"

#include "core/source/pcap_reader.h"
#include "core/source/pcapng_reader.h"
#include "core/source/text/text_reader.h"

#include <algorithm>
#include <array>

namespace tcpladder {

namespace {

constexpr std::size_t headLength = 4096;

struct Container
{
    bool (*recognises)(Bytes head);
    Result<OpenedCapture> (*open)(std::shared_ptr<const ByteSource> source);
};

// In the order in which they are asked; text comes last since it is recognised by the least certain signs.
constexpr std::array containers = std::to_array<Container>({
    {looksLikePcap, openPcap},
    {looksLikePcapng, openPcapng},
    {looksLikeText, openText},
});

} // namespace

Result<OpenedCapture> openCapture(std::shared_ptr<const ByteSource> source)
{
    std::vector<std::byte> head(headLength);
    const auto count = source->readAt(0, head);
    if (!count)
        return std::unexpected(count.error());
    if (*count == 0)
        return std::unexpected(Error{ErrorCode::FileIsEmpty, {}, {}});
    head.resize(*count);
    const auto container = std::ranges::find_if(containers, [&](const Container& c) { return c.recognises(head); });
    if (container == containers.end())
        return std::unexpected(Error{ErrorCode::UnknownFormat, {}, {}});
    return container->open(std::move(source));
}

Result<OpenedCapture> openCapture(const std::filesystem::path& path)
{
    const auto source = openFile(path);
    if (!source)
        return std::unexpected(source.error());
    return openCapture(*source);
}

} // namespace tcpladder
