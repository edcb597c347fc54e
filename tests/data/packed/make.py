#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes plain.pcap, a handshake and 40 equal segments, and packs it with gzip, zstd, lz4 and xz (all in the PATH)."""
import os
import struct
import subprocess

here = os.path.dirname(os.path.abspath(__file__))


def segment(sequence, flags, payload=b''):
    tcp = struct.pack('>HHIIHHHH', 40000, 6378, sequence, 0, 5 << 12 | flags, 29200, 0, 0) + payload
    ip = struct.pack('>BBHHHBBH4s4s', 0x45, 0, 20 + len(tcp), 1, 0x4000, 64, 6, 0, bytes([10, 0, 0, 1]), bytes([10, 0, 0, 2]))
    return ip + tcp


packets = [segment(999, 0x002)] + [segment(1000 + 100 * i, 0x018, b'x' * 100) for i in range(40)]
plain = struct.pack('<IHHIIII', 0xa1b2c3d4, 2, 4, 0, 0, 65535, 101)
plain += b''.join(struct.pack('<IIII', i, 0, len(p), len(p)) + p for i, p in enumerate(packets))
path = os.path.join(here, 'plain.pcap')
with open(path, 'wb') as file:
    file.write(plain)
for suffix, command in (('gz', ['gzip', '-9nc']), ('zst', ['zstd', '-qc']), ('lz4', ['lz4', '-qc']), ('xz', ['xz', '-c'])):
    with open(f'{path}.{suffix}', 'wb') as file:
        subprocess.run([*command, path], stdout=file, check=True)
