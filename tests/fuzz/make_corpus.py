#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the inputs in corpus/ that the fuzzers begin with: one small file for each format and each family of headers."""
import gzip
import os
import struct

here = os.path.dirname(os.path.abspath(__file__))


def keep(target, name, data):
    folder = os.path.join(here, 'corpus', target)
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name), 'wb') as file:
        file.write(data)


def tcp(sequence, flags, options=b'', payload=b''):
    words = 5 + len(options) // 4
    return struct.pack('>HHIIHHHH', 40000, 6378, sequence, 0, words << 12 | flags, 29200, 0, 0) + options + payload


def ipv4(protocol, payload, fragment=0x4000):
    return struct.pack('>BBHHHBBH4s4s', 0x45, 0, 20 + len(payload), 1, fragment, 64, protocol, 0,
                       bytes([10, 0, 0, 1]), bytes([10, 0, 0, 2])) + payload


def ipv6(next_header, payload):
    return struct.pack('>IHBB16s16s', 6 << 28, len(payload), next_header, 64, bytes(15) + b'\1', bytes(15) + b'\2') + payload


def udp(port, payload):
    return ipv4(17, struct.pack('>HHHH', 50000, port, 8 + len(payload), 0) + payload)


options = bytes.fromhex('020405b4 0402080a 00000001 00000000 01030307')
syn = ipv4(6, tcp(1000, 0x002, options))
data = ipv4(6, tcp(1001, 0x018, b'', b'x' * 24))
ether = bytes.fromhex('020000000002020000000001')
wireless = bytes.fromhex('0801000002000000000102000000000202000000000300 00aaaa030000000800')

packets = {
    'ethernet': (1, ether + b'\x08\0' + syn),
    'vlan': (1, ether + bytes.fromhex('810000050800') + syn),
    'mpls': (1, ether + bytes.fromhex('884700010140') + syn),
    'pppoe': (1, ether + bytes.fromhex('88641100000100350021') + syn),
    'snap': (1, ether + bytes.fromhex('0035aaaa030000000800') + syn),
    'sll2': (276, bytes.fromhex('0800000000000002000100060200000000010000') + syn),
    'null': (0, b'\2\0\0\0' + syn),
    'ppp': (9, bytes.fromhex('ff030021') + syn),
    'frame-relay': (107, bytes.fromhex('184103cc') + syn),
    'radiotap': (127, bytes.fromhex('0000080000000000') + wireless + syn),
    'ppi': (192, bytes.fromhex('0000080001000000') + ether + b'\x08\0' + syn),
    'nflog': (239, bytes.fromhex('0200000004000900') + syn),
    'juniper': (178, bytes.fromhex('4d474380000401020304') + ether + b'\x08\0' + syn),
    'arcnet': (129, bytes.fromhex('01020000f0') + syn),
    'gre': (101, ipv4(47, bytes.fromhex('b0000800000000000000000100000002') + syn)),
    'erspan': (101, ipv4(47, bytes.fromhex('100088be000000011000000000000000') + ether + b'\x08\0' + syn)),
    'vxlan': (101, udp(4789, bytes.fromhex('0800000000000100') + ether + b'\x08\0' + syn)),
    'geneve': (101, udp(6081, bytes.fromhex('02006558000001000102800100000000') + ether + b'\x08\0' + syn)),
    'gtp': (101, udp(2152, bytes.fromhex('34ff0035000000010000008501000100') + syn)),
    'l2tp': (101, udp(1701, bytes.fromhex('4002003500010001ff030021') + syn)),
    'capwap': (101, udp(5247, bytes.fromhex('0010030000000000') + wireless + syn)),
    'tzsp': (101, udp(37008, bytes.fromhex('010000010a01ff0001') + ether + b'\x08\0' + syn)),
    'extensions': (101, ipv6(0, bytes.fromhex('2c00000000000000 0600000000000001') + tcp(1, 2))),
    'ah': (101, ipv4(51, bytes.fromhex('060400000000000100000002') + bytes(12) + tcp(1, 2))),
    'icmp': (101, ipv4(1, bytes.fromhex('0303000000000000') + syn[:28])),
    'icmp6': (101, ipv6(58, bytes.fromhex('0104000000000000') + ipv6(6, tcp(1, 2)))),
}
for name, (link, packet) in packets.items():
    keep('packet', name, struct.pack('>H', link) + packet)

keep('options', 'syn', options)
keep('options', 'sack', bytes.fromhex('0101050a 00000001 00000009'))
keep('options', 'experiments', bytes.fromhex('fd04acc0 2202 1e04 0000 ac05 000001'))


def pcap(records, link=101, magic=0xa1b2c3d4, extra=b''):
    out = struct.pack('<IHHIIII', magic, 2, 4, 0, 0, 65535, link)
    for second, record in enumerate(records):
        out += struct.pack('<IIII', second, 0, len(record), len(record)) + extra + record
    return out


def block(kind, body):
    body += bytes(-len(body) % 4)
    return struct.pack('<II', kind, 12 + len(body)) + body + struct.pack('<I', 12 + len(body))


first = ipv4(6, (tcp(1001, 0x018) + b'y' * 20)[:24], 0x2000)
last = ipv4(6, (tcp(1001, 0x018) + b'y' * 20)[24:], 0x0003)
records = [syn, data, first, last, packets['icmp'][1]]
section = block(0x0a0d0d0a, struct.pack('<IHHq', 0x1a2b3c4d, 1, 0, -1))
interface = block(1, struct.pack('<HHI', 101, 0, 0) + struct.pack('<HHB3x', 9, 1, 9) + bytes(4))
enhanced = block(6, struct.pack('<IIIII', 0, 0, 7, len(syn), len(syn)) + syn + struct.pack('<HH4s', 1, 4, b'note') + bytes(4))
simple = block(3, struct.pack('<I', len(data)) + data)
snoop = b'snoop\0\0\0' + struct.pack('>II', 2, 4) + struct.pack('>IIIIII', 60, 60, 84, 0, 1, 2) + ether + b'\x08\0' + bytes(46)
captures = {
    'pcap': pcap(records),
    'kuznetzov': pcap([syn], magic=0xa1b2cd34, extra=bytes(8)),
    'pcapng': section + interface + enhanced + simple + section + interface + enhanced,
    'snoop': snoop,
    'gzip': gzip.compress(pcap(records), mtime=0),
}
for suffix in ('zst', 'lz4', 'xz'):
    with open(os.path.join(here, '..', 'data', 'packed', f'plain.pcap.{suffix}'), 'rb') as file:
        captures[suffix] = file.read()
text = ('12:00:00.000001 IP 10.0.0.1.40000 > 10.0.0.2.6378: Flags [S], seq 1000, win 29200, options [mss 1460], length 0\n'
        '\t0x0000:  4500 0028 0001 4000 4006 0000 0a00 0001  E..(..@.@.......\n'
        '\t0x0010:  0a00 0002 9c40 18ea 0000 03e8 0000 0000  .....@..........\n'
        '\t0x0020:  5002 7210 0000 0000                      P.r.....\n'
        '12:00:00.000002 IP 10.0.0.2.6378 > 10.0.0.1.40000: Flags [S.], seq 5000, ack 1001, win 29200, length 0\n').encode()


def printed(second, packet, fields):
    """As tcpdump -X prints it."""
    lines = [f'12:00:{second:02}.000000 IP 10.0.0.1.40000 > 10.0.0.2.6378: {fields}']
    for at in range(0, len(packet), 16):
        row = packet[at:at + 16]
        digits = ' '.join(row[i:i + 2].hex() for i in range(0, len(row), 2))
        lines.append(f'\t0x{at:04x}:  {digits:39}  ' + ''.join(chr(c) if 32 < c < 127 else '.' for c in row))
    return '\n'.join(lines).encode() + b'\n'


untouched = printed(0, syn, 'Flags [S], seq 1000, win 29200, options [mss 1460,TS val 1 ecr 0,nop,wscale 7], length 0')
untouched += printed(1, data, 'Flags [P.], seq 1001:1025, ack 0, win 29200, length 24')
for second in range(2, 6):
    untouched += printed(second, data, 'Flags [P.], seq 0:24, ack 1, win 29200, length 24')
for name, capture in captures.items():
    keep('capture', name, capture)
    keep('document', name, capture)
keep('document', 'text', text)
keep('text', 'tcpdump', text)
keep('text', 'untouched', untouched)
keep('text', 'markdown', b'# Notes\n\n```\n' + text + b'```\n\n> ' + text.replace(b'\n', b'\n> ') + b'\n')
