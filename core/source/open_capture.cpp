// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/open_capture.h"

#include "core/source/decompressed_source.h"
#include "core/source/mail_decoder.h"
#include "core/source/merging_reader.h"
#include "core/source/pcap_reader.h"
#include "core/source/pcapng_reader.h"
#include "core/source/snoop_reader.h"
#include "core/source/text/text_reader.h"
#include "core/source/text_encoding.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <thread>

namespace tcpladder {

namespace {

constexpr std::size_t headLength = 4096;
constexpr std::size_t enoughForAnyHeader = 32;

struct Container
{
    bool (*recognises)(Bytes head);
    Result<OpenedCapture> (*open)(std::shared_ptr<const ByteSource> source);
};

// In the order in which they are asked; text comes last since it is recognised by the least certain signs.
constexpr std::array containers = std::to_array<Container>({
    {looksLikePcap, openPcap},
    {looksLikePcapng, openPcapng},
    {looksLikeSnoop, openSnoop},
    {looksLikeText, openText},
});

// A compressed file in a compressed file happens; more than that is made to keep us busy.
constexpr int deepestCompression = 3;

constexpr std::chrono::milliseconds pause(10);

const Container* findContainer(Bytes head)
{
    const auto container = std::ranges::find_if(containers, [&](const Container& c) { return c.recognises(head); });
    return container == containers.end() ? nullptr : &*container;
}

Result<std::vector<std::byte>> readHead(const ByteSource& source)
{
    std::vector<std::byte> head(headLength);
    const auto count = source.readAt(0, head);
    if (!count)
        return std::unexpected(count.error());
    head.resize(*count);
    return head;
}

/// What was taken off a source on the way to its capture.
struct Wrapping
{
    int compressions = 0;
    bool isDecoded = false; ///< of a text's encoding
};

/// Null for what is neither packed nor written in another way than we read.
std::unique_ptr<Decompressor> unwrap(Bytes head, Wrapping& wrapping)
{
    if (auto decompressor = makeDecompressorFor(head)) {
        ++wrapping.compressions;
        return decompressor;
    }
    const Container* container = findContainer(head);
    if (wrapping.isDecoded || (container && container->open != openText))
        return nullptr;
    auto decoder = makeTextDecoderFor(head);
    wrapping.isDecoded = decoder != nullptr;
    return decoder;
}

/// Whether a source that grows has shown so much that it won't turn out to be something else. How a mail is written
/// stands somewhere in its header.
bool isEnough(Bytes head, const Container& container)
{
    if (container.open != openText || head.size() == headLength)
        return head.size() >= enoughForAnyHeader;
    return std::ranges::find(head, std::byte{'\n'}) != head.end() && !beginsLikeMail(head);
}

Result<OpenedCapture> openContainer(
    const Container& container, const std::shared_ptr<const ByteSource>& source, Wrapping wrapping)
{
    auto capture = container.open(source);
    if (!capture)
        return capture;
    capture->sources = {source};
    capture->takesLongToRead = capture->format == CaptureFormat::Text || wrapping.compressions > 0;
    return capture;
}

/// A pipe is waited for until it shows what it holds; a file that is followed has no end to wait for.
Result<OpenedCapture> openLayer(
    std::shared_ptr<const ByteSource> source, const std::stop_token& stop, Wrapping wrapping)
{
    for (;;) {
        const bool mayGrow = source->mayGrow() && !stop.stop_requested(); // asked before it is read: see BufferedBytes
        const auto head = readHead(*source);
        if (!head)
            return std::unexpected(head.error());
        if (head->empty() && !mayGrow)
            return std::unexpected(Error{ErrorCode::FileIsEmpty, {}, {}});
        if (auto decompressor = unwrap(*head, wrapping)) {
            if (wrapping.compressions > deepestCompression)
                return std::unexpected(Error{ErrorCode::NestedTooDeep, {}, {}});
            const auto unpacked = makeDecompressedSource(std::move(source), std::move(decompressor));
            return unpacked ? openLayer(*unpacked, stop, wrapping) : std::unexpected(unpacked.error());
        }
        const Container* container = findContainer(*head);
        if (container && (!mayGrow || isEnough(*head, *container)))
            return openContainer(*container, source, wrapping);
        if (!mayGrow)
            return std::unexpected(Error{ErrorCode::UnknownFormat, {}, {}});
        std::this_thread::sleep_for(pause);
    }
}

Error named(Error error, const std::filesystem::path& path)
{
    error.file = path.string();
    return error;
}

} // namespace

Result<OpenedCapture> openCapture(std::shared_ptr<const ByteSource> source, const std::stop_token& stop)
{
    return openLayer(std::move(source), stop, {});
}

Result<OpenedCapture> openCapture(
    const std::filesystem::path& path, const OpenOptions& options, const std::stop_token& stop)
{
    const auto source = options.follow && path != "-" ? followFile(path, options.whole) : openFile(path);
    if (!source)
        return std::unexpected(source.error());
    return openLayer(*source, stop, {});
}

Result<OpenedCapture> openCaptures(
    std::span<const std::filesystem::path> paths, const OpenOptions& options, const std::stop_token& stop)
{
    std::vector<OpenedCapture> captures;
    for (const std::filesystem::path& path : paths) {
        auto capture = openCapture(path, options, stop);
        if (!capture)
            return std::unexpected(paths.size() == 1 ? capture.error() : named(capture.error(), path));
        captures.push_back(std::move(*capture));
    }
    return mergeCaptures(std::move(captures));
}

} // namespace tcpladder
