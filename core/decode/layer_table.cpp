// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/layer_table.h"

#include "core/decode/cooked_family.h"
#include "core/decode/ethernet_family.h"
#include "core/decode/gre_family.h"
#include "core/decode/icmp.h"
#include "core/decode/ip_layer.h"
#include "core/decode/ipv6_extensions.h"
#include "core/decode/juniper_family.h"
#include "core/decode/lan_family.h"
#include "core/decode/ppp_family.h"
#include "core/decode/udp_tunnels.h"
#include "core/decode/wireless_family.h"

#include <algorithm>
#include <array>

namespace tcpladder {

namespace {

constexpr LayerKey link(LinkType type)
{
    return {LayerKeyKind::LinkType, static_cast<std::uint16_t>(type)};
}

constexpr LayerKey ether(std::uint16_t type)
{
    return {LayerKeyKind::EtherType, type};
}

constexpr LayerKey ip(std::uint8_t protocol)
{
    return {LayerKeyKind::IpProtocol, protocol};
}

constexpr LayerKey udp(std::uint16_t port)
{
    return {LayerKeyKind::UdpPort, port};
}

constexpr LayerKey next(std::uint8_t number)
{
    return {LayerKeyKind::NextProtocol, number};
}

// Every layer in the order of the enumeration: name, decoder, and the numbers that lead to it.
// clang-format off
constexpr std::array table = std::to_array<LayerEntry>({
    {Layer::None, "data", nullptr, {}},
    {Layer::Ethernet, "Ethernet", decodeEthernet, {link(LinkType::Ethernet), ether(0x6558), next(3)}},
    {Layer::EthernetPreamble, "Ethernet preamble", decodeEthernetPreamble, {link(LinkType::EthernetMpacket)}},
    {Layer::NetAnalyzer, "netANALYZER", decodeNetAnalyzer, {link(LinkType::NetAnalyzer)}},
    {Layer::Vlan, "802.1Q", decodeVlan, {ether(0x8100), ether(0x88a8), ether(0x9100), ether(0x9200)}},
    {Layer::BackboneBridge, "802.1ah", decodeBackboneBridge, {ether(0x88e7)}},
    {Layer::ExtensionTag, "802.1BR", decodeExtensionTag, {ether(0x893f)}},
    {Layer::VirtualInterfaceTag, "VN-Tag", decodeVirtualInterfaceTag, {ether(0x8926)}},
    {Layer::Macsec, "MACsec", decodeMacsec, {ether(0x88e5)}},
    {Layer::ServiceHeader, "NSH", decodeServiceHeader, {ether(0x894f), next(4)}},
    {Layer::Trill, "TRILL", decodeTrill, {ether(0x22f3)}},
    {Layer::Mpls, "MPLS", decodeMpls, {link(LinkType::Mpls), ether(0x8847), ether(0x8848), ip(137), udp(6635), next(5)}},
    {Layer::Llc, "LLC", decodeLlc, {link(LinkType::AtmRfc1483)}},
    {Layer::Fddi, "FDDI", decodeFddi, {link(LinkType::Fddi)}},
    {Layer::TokenRing, "Token Ring", decodeTokenRing, {link(LinkType::TokenRing)}},
    {Layer::Arcnet, "ARCNET", decodeArcnet, {link(LinkType::ArcnetBsd)}},
    {Layer::ArcnetLinux, "ARCNET", decodeArcnetLinux, {link(LinkType::ArcnetLinux)}},
    {Layer::IpOverFibre, "Fibre Channel", decodeIpOverFibre, {link(LinkType::IpOverFibre)}},
    {Layer::Firewire, "IEEE 1394", decodeFirewire, {link(LinkType::Firewire)}},
    {Layer::LinuxSll, "Linux cooked capture", decodeLinuxSll, {link(LinkType::LinuxSll)}},
    {Layer::LinuxSll2, "Linux cooked capture 2", decodeLinuxSll2, {link(LinkType::LinuxSll2)}},
    {Layer::BsdNull, "BSD loopback", decodeBsdNull, {link(LinkType::BsdNull)}},
    {Layer::BsdLoop, "OpenBSD loopback", decodeBsdLoop, {link(LinkType::BsdLoop)}},
    {Layer::BsdFilter, "pflog", decodeBsdFilter, {link(LinkType::BsdFilter)}},
    {Layer::BsdIpsec, "enc", decodeBsdIpsec, {link(LinkType::BsdIpsec)}},
    {Layer::SolarisIp, "ipnet", decodeSolarisIp, {link(LinkType::SolarisIp)}},
    {Layer::Nflog, "NFLOG", decodeNflog, {link(LinkType::Nflog)}},
    {Layer::PacketTap, "pktap", decodePacketTap, {link(LinkType::PacketTap)}},
    {Layer::RawIp, "raw IP", decodeRawIp, {link(LinkType::Raw), link(LinkType::RawBsd), link(LinkType::RawOpenBsd), link(LinkType::Ipv4), link(LinkType::Ipv6)}},
    {Layer::Ppp, "PPP", decodePpp, {link(LinkType::Ppp), link(LinkType::PppHdlc), ether(0x880b)}},
    {Layer::PppDirection, "PPP direction", decodePppDirection, {link(LinkType::PppDirection)}},
    {Layer::Pppd, "pppd", decodePppd, {link(LinkType::Pppd)}},
    {Layer::Pppoe, "PPPoE", decodePppoe, {link(LinkType::Pppoe), ether(0x8864)}},
    {Layer::CiscoHdlc, "Cisco HDLC", decodeCiscoHdlc, {link(LinkType::CiscoHdlc)}},
    {Layer::CiscoHdlcDirection, "Cisco HDLC direction", decodeCiscoHdlcDirection, {link(LinkType::CiscoHdlcDirection)}},
    {Layer::FrameRelay, "Frame Relay", decodeFrameRelay, {link(LinkType::FrameRelay)}},
    {Layer::FrameRelayDirection, "Frame Relay direction", decodeFrameRelayDirection, {link(LinkType::FrameRelayDirection)}},
    {Layer::Wireless, "802.11", decodeWireless, {link(LinkType::Wireless)}},
    {Layer::Radiotap, "radiotap", decodeRadiotap, {link(LinkType::Radiotap)}},
    {Layer::Prism, "Prism", decodePrism, {link(LinkType::Prism)}},
    {Layer::Avs, "AVS", decodeAvs, {link(LinkType::Avs)}},
    {Layer::Ppi, "PPI", decodePpi, {link(LinkType::Ppi)}},
    {Layer::JuniperEthernet, "Juniper", decodeJuniperEthernet, {link(LinkType::JuniperEthernet)}},
    {Layer::JuniperPpp, "Juniper", decodeJuniperPpp, {link(LinkType::JuniperPpp)}},
    {Layer::JuniperPppoe, "Juniper", decodeJuniperPppoe, {link(LinkType::JuniperPppoe)}},
    {Layer::JuniperHdlc, "Juniper", decodeJuniperHdlc, {link(LinkType::JuniperHdlc)}},
    {Layer::JuniperFrameRelay, "Juniper", decodeJuniperFrameRelay, {link(LinkType::JuniperFrameRelay)}},
    {Layer::Ipv4, "IPv4", decodeIpv4, {ether(0x0800), ip(4), next(1)}},
    {Layer::Ipv6, "IPv6", decodeIpv6, {ether(0x86dd), ip(41), next(2)}},
    {Layer::Ipv6Extension, "IPv6 extension", decodeIpv6Extension, {ip(0), ip(43), ip(60), ip(135), ip(139), ip(140)}},
    {Layer::Ipv6Fragment, "IPv6 fragment", decodeIpv6Fragment, {ip(44)}},
    {Layer::Authentication, "AH", decodeAuthentication, {ip(51)}},
    {Layer::Gre, "GRE", decodeGre, {ip(47)}},
    {Layer::Erspan2, "ERSPAN", decodeErspan2, {}},
    {Layer::Erspan3, "ERSPAN III", decodeErspan3, {}},
    {Layer::EtherIp, "EtherIP", decodeEtherIp, {ip(97)}},
    {Layer::Icmp, "ICMP", decodeIcmp, {ip(1)}},
    {Layer::IcmpV6, "ICMPv6", decodeIcmpV6, {ip(58)}},
    {Layer::Udp, "UDP", decodeUdp, {ip(17)}},
    {Layer::Vxlan, "VXLAN", decodeVxlan, {udp(4789), udp(8472)}},
    {Layer::VxlanGpe, "VXLAN-GPE", decodeVxlanGpe, {udp(4790)}},
    {Layer::Geneve, "Geneve", decodeGeneve, {udp(6081)}},
    {Layer::GtpU, "GTP-U", decodeGtpU, {udp(2152)}},
    {Layer::L2tp, "L2TP", decodeL2tp, {udp(1701)}},
    {Layer::Capwap, "CAPWAP", decodeCapwap, {udp(5247)}},
    {Layer::Teredo, "Teredo", decodeTeredo, {udp(3544)}},
    {Layer::Lisp, "LISP", decodeLisp, {udp(4341)}},
    {Layer::Tzsp, "TZSP", decodeTzsp, {udp(37008)}},
    {Layer::Tcp, "TCP", nullptr, {ip(6)}},
});
// clang-format on

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (static_cast<std::size_t>(table[i].layer) != i)
            return false;
    }
    return table.size() == static_cast<std::size_t>(Layer::Count);
}
static_assert(isInOrder(), "every layer has its line, in the order of the enumeration");

/// For numbers that are small or asked for with every packet: one array access.
template <LayerKeyKind kind, std::size_t size>
constexpr std::array<Layer, size> makeIndex()
{
    std::array<Layer, size> index{};
    for (const LayerEntry& entry : table) {
        for (const LayerKey& key : entry.keys) {
            if (key.kind == kind)
                index.at(key.number) = entry.layer;
        }
    }
    return index;
}

constexpr auto byLinkType = makeIndex<LayerKeyKind::LinkType, 300>();
constexpr auto byIpProtocol = makeIndex<LayerKeyKind::IpProtocol, 256>();
constexpr auto byNextProtocol = makeIndex<LayerKeyKind::NextProtocol, 256>();

struct Numbered
{
    std::uint16_t number = 0;
    Layer layer = Layer::None;
};

constexpr std::size_t countKeys(LayerKeyKind kind)
{
    std::size_t count = 0;
    for (const LayerEntry& entry : table)
        count += static_cast<std::size_t>(std::ranges::count(entry.keys, kind, &LayerKey::kind));
    return count;
}

/// For numbers of 16 bits: a short sorted list.
template <LayerKeyKind kind>
constexpr auto makeSortedIndex()
{
    std::array<Numbered, countKeys(kind)> index{};
    std::size_t filled = 0;
    for (const LayerEntry& entry : table) {
        for (const LayerKey& key : entry.keys) {
            if (key.kind == kind)
                index[filled++] = {key.number, entry.layer};
        }
    }
    std::ranges::sort(index, {}, &Numbered::number);
    return index;
}

constexpr auto byEtherType = makeSortedIndex<LayerKeyKind::EtherType>();
constexpr auto byUdpPort = makeSortedIndex<LayerKeyKind::UdpPort>();

template <std::size_t size>
Layer find(const std::array<Numbered, size>& index, std::uint16_t number)
{
    const auto found = std::ranges::lower_bound(index, number, {}, &Numbered::number);
    return found != index.end() && found->number == number ? found->layer : Layer::None;
}

} // namespace

const LayerEntry& layerEntry(Layer layer)
{
    return table[static_cast<std::size_t>(layer)];
}

std::string_view layerName(Layer layer)
{
    return layerEntry(layer).name;
}

Layer firstLayer(LinkType linkType)
{
    const auto number = static_cast<std::size_t>(linkType);
    return number < byLinkType.size() ? byLinkType[number] : Layer::None;
}

Layer layerOfEtherType(std::uint16_t etherType)
{
    if (etherType == 0x0800) [[likely]]
        return Layer::Ipv4;
    return find(byEtherType, etherType);
}

Layer layerOfIpProtocol(std::uint8_t protocol)
{
    return byIpProtocol[protocol];
}

Layer layerOfUdpPort(std::uint16_t port)
{
    return find(byUdpPort, port);
}

Layer layerOfNextProtocol(std::uint8_t number)
{
    return byNextProtocol[number];
}

} // namespace tcpladder
