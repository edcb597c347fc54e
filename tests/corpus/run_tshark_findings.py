#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the findings of every capture of a corpus against tshark's tcp.analysis flags in the truth beside it.

usage: run_tshark_findings.py TCPLADDER CORPUS [--list]

Segment by segment, the flags of tshark 4.0 and the findings of tcpladder have to say the same, but for what is listed in
tshark_differences.tsv: capture, what tshark says, what tcpladder says, why (a word), and the frames. tests/data/README.md
explains each word in a table and counts its segments, kind by kind. A difference that is not listed fails, and so does a
listed one that is gone, or a count in the table that is not that of the list. --list prints the differences as they are,
with the known words.
"""
import concurrent.futures
import csv
import gzip
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict

SKIPPED = 77
HERE = os.path.dirname(os.path.abspath(__file__))
LIST = os.path.join(HERE, 'tshark_differences.tsv')
TABLE = os.path.join(HERE, '..', 'data', 'README.md')

# What tshark calls what; its more exact flags come together with the plain one.
OURS = {'syn_retransmission': 'retransmission', 'rto_retransmission': 'retransmission', 'fin_retransmission': 'retransmission',
        'fast_retransmission': 'fast_retransmission', 'spurious_retransmission': 'spurious_retransmission', 'out_of_order': 'out_of_order',
        'segment_not_captured': 'lost_segment', 'ack_of_unseen': 'ack_lost_segment', 'dup_ack': 'duplicate_ack', 'zero_window': 'zero_window',
        'zero_window_probe': 'zero_window_probe', 'zero_window_probe_ack': 'zero_window_probe_ack', 'window_full': 'window_full',
        'window_update': 'window_update', 'keep_alive': 'keep_alive', 'keep_alive_ack': 'keep_alive_ack', 'port_reuse': 'reused_ports',
        'fast_open': 'tfo'}
TSHARK = {'tfo_syn': 'tfo', 'tfo_ack': 'tfo'}
# Kinds that tshark has no name for, given where they explain what is missing.
INSTEAD = ('captured_twice', 'dsack', 'challenge_ack', 'half_open', 'checksum_wrong', 'malformed_packet')


def tsv(path):
    csv.field_size_limit(1 << 30)
    with (gzip.open if path.endswith('.gz') else open)(path, 'rt', encoding='utf-8', newline='') as file:
        yield from csv.DictReader(file, delimiter='\t')


def captures(corpus):
    """[(name, truth, capture)]"""
    names = sorted(os.listdir(corpus))
    for truth in names:
        if truth.endswith(('.segments.tsv', '.segments.tsv.gz')):
            stem = truth[:truth.index('.segments.tsv')]
            capture = next(n for n in names if n.startswith(stem + '.') and not n.endswith(('.tsv', '.tsv.gz')))
            yield stem, os.path.join(corpus, truth), os.path.join(corpus, capture)


def said_by_tshark(row):
    flags = {TSHARK.get(flag, flag) for flag in row['analysis'].split(',') if flag}
    if flags & {'fast_retransmission', 'spurious_retransmission'}:
        flags.discard('retransmission')
    return flags


def differences(program, out, job):
    """{(what tshark says, what tcpladder says): [frame]} of one capture."""
    name, truth, capture = job
    target = os.path.join(out, name + '.tsv')
    subprocess.run([program, 'export', 'findings', capture, '--output', target], check=True, timeout=300)
    kinds = defaultdict(set)
    for row in tsv(target):
        kinds[row['frame']].add(row['kind'])
    found = defaultdict(list)
    for row in tsv(truth):
        theirs, own = said_by_tshark(row), kinds[row['frame']]
        ours = {OURS[kind] for kind in own if kind in OURS}
        if theirs == ours:
            continue
        instead = [kind for kind in INSTEAD if kind in own]
        found[' '.join(sorted(theirs)) or '-', ' '.join(sorted(ours) + instead) or '-'].append(int(row['frame']))
    return found


def ranges(frames):
    """1,2,3,7 as 1-3 7"""
    parts = []
    for frame in frames:
        if parts and parts[-1][1] == frame - 1:
            parts[-1][1] = frame
        else:
            parts.append([frame, frame])
    return ' '.join(str(a) if a == b else f'{a}-{b}' for a, b in parts)


def frames_of(text):
    for part in text.split():
        first, _, last = part.partition('-')
        yield from range(int(first), int(last or first) + 1)


def listed():
    """{(capture, tshark, tcpladder, frame): why}"""
    return {(row['capture'], row['tshark'], row['tcpladder'], frame): row['why'] for row in tsv(LIST) for frame in frames_of(row['frames'])}


ROW = re.compile(r'^\| `(?P<tshark>[^`]+)` \| `(?P<ours>[^`]+)` \| (?P<count>[0-9]+) \| \*\*(?P<why>[a-z ]+)\*\*')


def counted():
    """{(why, tshark, tcpladder): count} of the table in the README."""
    with open(TABLE, encoding='utf-8') as file:
        rows = filter(None, map(ROW.match, file))
        return {(row['why'], row['tshark'], row['ours']): int(row['count']) for row in rows}


def main():
    program, corpus, *options = sys.argv[1:]
    root = os.environ.get('TCPLADDER_CAPTURES')
    if not root:
        print('TCPLADDER_CAPTURES is not set: no corpus to compare with')
        return SKIPPED
    jobs = list(captures(os.path.join(root, corpus)))
    with tempfile.TemporaryDirectory() as out, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(lambda job: differences(program, out, job), jobs))
    known = listed()
    met = {(job[0], *key, frame) for job, found in zip(jobs, results) for key, frames in found.items() for frame in frames}
    if '--list' in options:
        groups = defaultdict(list)
        for key in sorted(met):
            groups[(*key[:3], known.get(key, '?'))].append(key[3])
        print('capture\ttshark\ttcpladder\twhy\tframes')
        for key, frames in groups.items():
            print(*key, ranges(frames), sep='\t')
        return 0
    failures = [f'not explained: {" | ".join(map(str, key))}' for key in sorted(met - known.keys())]
    failures += [f'no longer differs: {" | ".join(map(str, key))}' for key in sorted(known.keys() - met)]
    counts = Counter((why, key[1], key[2]) for key, why in known.items())
    table = counted()
    failures += [f'the table counts {table.get(key, 0)}, the list {counts.get(key, 0)}: {key}'
                 for key in sorted(set(table) | set(counts)) if table.get(key, 0) != counts.get(key, 0)]
    print('\n'.join(failures) or f'{len(jobs)} captures agree with tshark but for {len(known)} segments, which are explained')
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
