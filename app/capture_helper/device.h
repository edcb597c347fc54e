// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/capture_helper/failure.h"
#include "app/capture_helper/options.h"
#include "core/capture/capture_blocks.h"

#include <pcap/pcap.h>

#include <chrono>
#include <memory>
#include <optional>

namespace tcpladder::capture_helper {

/// What the kernel has counted since the device was opened.
struct DeviceCounts
{
    std::uint64_t received = 0;
    std::uint64_t dropped = 0; ///< of the received ones, for lack of room in the kernel's buffer
};

/// A network device that captures.
class Device
{
public:
    /// How long the kernel gathers packets before it hands over a batch that isn't full: half of a picture's 40 ms.
    static constexpr std::chrono::milliseconds gatheringTime{20};

    /// A name that libpcap doesn't list is not opened, whatever else libpcap would make of it.
    static Result<Device> open(const Options& options);

    /// What becomes readable when there are packets.
    int descriptor() const { return pcap_get_selectable_fd(m_pcap.get()); }
    const CapturedInterface& interface() const { return m_interface; }

    /// Appends what is there, as far as one batch goes, and returns how many packets that were.
    Result<std::uint64_t> read(BlockBuffer& buffer);
    DeviceCounts counts();

private:
    struct Close
    {
        void operator()(pcap_t* pcap) const { pcap_close(pcap); }
    };
    using Pcap = std::unique_ptr<pcap_t, Close>;

    Device(Pcap pcap, CapturedInterface interface)
        : m_pcap(std::move(pcap))
        , m_interface(std::move(interface))
    {
    }

    Failure failure(int status) const;

    Pcap m_pcap;
    CapturedInterface m_interface;
    DeviceCounts m_counts;
};

} // namespace tcpladder::capture_helper
