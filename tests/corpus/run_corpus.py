#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports every capture of a corpus and holds the exports against the truth beside it.

usage: run_corpus.py TCPLADDER segments|connections|states SHARE CORPUS [COMPARER OPTION ...]

CORPUS is a folder below $TCPLADDER_CAPTURES; the comparers are beside it, in ../tools. Without the variable the test is
skipped (exit status 77). SHARE: what must agree, from 0 to 1; or the name of a table of known differences beside this
script, and then every other difference fails.
"""
import concurrent.futures
import os
import re
import subprocess
import sys
import tempfile

SKIPPED = 77
TRUTH = {'segments': ('.segments.tsv', '.segments.tsv.gz'), 'connections': ('.connections.tsv',), 'states': ('.kernel.tsv',)}


def captures(corpus, report):
    """{name: path of the capture} for every truth in the folder."""
    names = os.listdir(corpus)
    stems = {n[:-len(e)] for n in names for e in TRUTH[report] if n.endswith(e)}
    return {stem: os.path.join(corpus, n) for stem in stems for n in names
            if n.startswith(stem + '.') and not n.endswith(('.tsv', '.tsv.gz'))}


def export(program, report, capture, output):
    run = subprocess.run([program, 'export', report, capture, '--output', output], capture_output=True, text=True, timeout=300)
    return run.returncode, run.stderr.strip()


# What the comparers say of one field of one segment, of one connection, and of rows that only one side has.
DIFFERENCES = [re.compile(pattern) for pattern in (
    r'^  (?P<capture>[^:]+): frame (?P<place>[0-9]+) (?P<field>[a-z_]+): ',
    r'^  (?P<capture>[^:]+): stream (?P<place>[0-9]+) \S+ - \S+ (?P<field>[a-z_]+): ',
    r'^  (?P<field>missing): (?P<capture>[^:]+): stream (?P<place>[0-9]+) ',
    r'^  (?P<capture>[^:]+): (?P<field>extra): .* from frame (?P<place>[0-9]+)$',
    r'^  (?P<capture>[^:]+): (?P<field>missing|extra): (?P<place>.*)')]

# States have tests of their own, against the kernel's.
COLUMNS = {'connections': ['--fields', 'first_frame,last_frame,a_packets,b_packets,a_bytes,b_bytes']}
STATES = re.compile(r' (last states \[|[ab]_first_state: )')


def known_differences(report, table, names):
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), table), encoding='utf-8') as file:
        rows = [line.rstrip('\n').split('\t') for line in file][1:]
    return {tuple(row[1:4]) for row in rows if row[0] == report and row[1] in names}


def keys_of(line):
    found = next((match for match in (pattern.match(line) for pattern in DIFFERENCES) if match), None)
    return {(found['capture'], place, found['field']) for place in (found['place'], '*')} if found else set()


def compare_but_for(table, comparer, report, out, truth, names):
    """Says what differs and is not in the table, or is in the table and does not differ."""
    command = [sys.executable, comparer, '--threshold', '0', '--diffs', '1000000', *COLUMNS.get(report, []), out, truth]
    run = subprocess.run(command, capture_output=True, text=True)
    known, met, failures = known_differences(report, table, names), set(), []
    for line in run.stdout.splitlines():
        keys = set() if report == 'connections' and STATES.search(line) else keys_of(line)
        met |= keys & known
        if keys and not keys & known:
            failures.append(line)
    failures += [f'  no longer differs: {" ".join(key)}' for key in sorted(known - met)]
    print('\n'.join(failures) or f'all agree but for {len(known)} known differences')
    return 1 if failures or run.returncode == 2 else 0


def compare(tools, report, share, options, out, truth, names=()):
    comparer = os.path.join(tools, f'compare_{report}.py')
    if share.endswith('.tsv'):
        return compare_but_for(share, comparer, report, out, truth, names)
    return subprocess.run([sys.executable, comparer, '--threshold', str(share), *options, out, truth]).returncode


def main():
    program, report, share, corpus, *options = sys.argv[1:]
    root = os.environ.get('TCPLADDER_CAPTURES')
    if not root:
        print('TCPLADDER_CAPTURES is not set: no corpus to compare with')
        return SKIPPED
    folder, tools = os.path.join(root, corpus), os.path.join(root, '..', 'tools')
    with tempfile.TemporaryDirectory() as out:
        if folder.endswith('.pcap'):  # a laboratory: one truth for several captures
            target = os.path.join(out, 'states.tsv')
            status, message = export(program, report, folder, target)
            return compare(tools, report, share, options, target, os.path.join(os.path.dirname(folder), 'kernel.tsv')) if status == 0 else message
        found = captures(folder, report)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            jobs = {name: pool.submit(export, program, report, path, os.path.join(out, f'{name}.{report}.tsv'))
                    for name, path in found.items()}
        for name, job in jobs.items():
            if job.result()[0] != 0:
                print(f'{name}: {job.result()[1]}')
        return compare(tools, report, share, options, out, folder, found)


if __name__ == '__main__':
    sys.exit(main())
