#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports every capture of a corpus and holds the exports against the truth beside it.

usage: run_corpus.py TCPLADDER segments|connections|states SHARE CORPUS [COMPARER OPTION ...]

CORPUS is a folder below $TCPLADDER_CAPTURES; the comparers are beside it, in ../tools. Without the variable the test is
skipped (exit status 77). SHARE: what must agree, from 0 to 1.
"""
import concurrent.futures
import os
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


def compare(tools, report, share, options, out, truth):
    comparer = os.path.join(tools, f'compare_{report}.py')
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
        return compare(tools, report, share, options, out, folder)


if __name__ == '__main__':
    sys.exit(main())
