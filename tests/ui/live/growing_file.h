// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/capture_builder.h"
#include "tests/support/packet_builder.h"

#include <QString>

#include <array>
#include <chrono>
#include <fstream>
#include <thread>

namespace tcpladder {

/// Writes into a capture as a busy device would while it lives, 5000 segments a second: a connection that opens, talks
/// and closes within three seconds, among many that transfer data.
class GrowingFile
{
public:
    static constexpr std::uint16_t watchedPort = 40000;

    explicit GrowingFile(const QString& path)
        : m_file(path.toStdString(), std::ios::binary | std::ios::app)
        , m_writer([this](const std::stop_token& stop) { write(stop); })
    {
    }

private:
    static constexpr std::chrono::milliseconds pause{2};
    static constexpr int atOnce = 10;

    void write(const std::stop_token& stop)
    {
        while (!stop.stop_requested()) {
            CaptureBuilder capture;
            const auto [seconds, microseconds] = now();
            const std::size_t header = capture.bytes().size();
            for (int i = 0; i < atOnce; ++i)
                capture.add(seconds, microseconds, buildEthernetPacket(next()));
            const auto records = Bytes(capture.bytes()).subspan(header);
            m_file.write(reinterpret_cast<const char*>(records.data()), std::streamsize(records.size()));
            m_file.flush();
            std::this_thread::sleep_for(pause);
        }
    }

    static std::pair<std::uint32_t, std::uint32_t> now()
    {
        const auto time = std::chrono::system_clock::now().time_since_epoch();
        const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
        const auto rest = std::chrono::floor<std::chrono::microseconds>(time - seconds);
        return {static_cast<std::uint32_t>(seconds.count()), static_cast<std::uint32_t>(rest.count())};
    }

    PacketSpec next()
    {
        const auto passed = std::chrono::steady_clock::now() - m_begin;
        if (m_step < life.size() && passed >= life[m_step].at)
            return control(life[m_step++]);
        ++m_count;
        return m_count % 10 == 0 && m_step == established ? data(watchedPort, m_sent) : other();
    }

    /// What opens or closes the connection that is watched.
    struct Step
    {
        std::chrono::milliseconds at;
        std::uint8_t flags;
        bool isFromClient;
        std::uint32_t own;  ///< octets before it, control bits included
        std::uint32_t peer; ///< that it acknowledges
    };
    static constexpr std::array life = std::to_array<Step>({
        {std::chrono::milliseconds(0), 0x02, true, 0, 0},
        {std::chrono::milliseconds(700), 0x12, false, 0, 1},
        {std::chrono::milliseconds(1200), 0x10, true, 1, 1},
        {std::chrono::milliseconds(1800), 0x11, true, 1, 1},
        {std::chrono::milliseconds(2300), 0x10, false, 1, 2},
        {std::chrono::milliseconds(2800), 0x11, false, 1, 2},
        {std::chrono::milliseconds(2801), 0x10, true, 2, 2},
    });
    static constexpr std::size_t established = 3; ///< steps that have gone before

    PacketSpec control(const Step& step) const
    {
        PacketSpec spec;
        spec.sourcePort = watchedPort;
        const std::uint32_t client = 1000 + m_sent;
        constexpr std::uint32_t server = 5000;
        spec.sequence = (step.isFromClient ? client : server) + step.own;
        spec.acknowledgment = (step.isFromClient ? server : client) + step.peer;
        spec.flags = TcpFlags(step.flags);
        return step.isFromClient ? spec : turned(spec);
    }

    static PacketSpec turned(PacketSpec spec)
    {
        std::swap(spec.source, spec.destination);
        std::swap(spec.sourcePort, spec.destinationPort);
        return spec;
    }

    static PacketSpec data(std::uint16_t port, std::uint32_t& sent)
    {
        PacketSpec spec;
        spec.sourcePort = port;
        spec.flags = TcpFlags(0x018);
        spec.sequence = 1001 + sent;
        spec.acknowledgment = 5001;
        spec.payload = "0123456789";
        sent += 10;
        return spec;
    }

    PacketSpec other()
    {
        const std::size_t which = m_count % m_sentByOthers.size();
        return data(static_cast<std::uint16_t>(watchedPort + 1 + which), m_sentByOthers[which]);
    }

    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
    std::size_t m_step = 0;
    std::size_t m_count = 0;
    std::uint32_t m_sent = 0;
    std::array<std::uint32_t, 50> m_sentByOthers{};
    std::ofstream m_file;
    std::jthread m_writer;
};

} // namespace tcpladder
