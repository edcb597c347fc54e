#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports tcpdump's text of every capture under every set of options, and holds the segments against the capture's.

usage: run_text_corpus.py TCPLADDER

The texts are in text/ below $TCPLADDER_CAPTURES, the comparer is beside it, in ../tools. Without the variable the test is
skipped (exit status 77).
"""
import argparse
import concurrent.futures
import importlib.util
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass

SKIPPED = 77

# tcpdump prints differences of more than a day without their days, so the text does not hold these times.
UNTOLD_TIMES = {('pcapplusplus-Ftp', 'ttt'), ('pcapplusplus-Ftp', 'ttttt')}


@dataclass(frozen=True)
class Job:
    name: str
    option: dict  # a row of OPTIONS.tsv or UPSTREAM.tsv
    text: str
    truth: str

    def options(self):
        """What compare_segments.py makes of --text-option."""
        skip = [field for field in self.option['skip'].split(',') if field]
        if self.option['time'] == 'skip' or (self.name, self.option['name']) in UNTOLD_TIMES:
            skip.append('time')
        return argparse.Namespace(
            skip=skip, blank_ok=[field for field in self.option['blank_ok'].split(',') if field],
            time=self.option['time'], numbers=self.option.get('numbers', ''), match='order', diffs=10,
            time_tolerance=1e-4 if self.option['time'] == 'rel' else 1e-6)


def load_comparer(tools):
    spec = importlib.util.spec_from_file_location('compare_segments', os.path.join(tools, 'compare_segments.py'))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def find_jobs(folder, comparer):
    upstream = os.path.join(folder, 'upstream')
    captures = sorted(name for name in os.listdir(folder)
                      if os.path.isdir(os.path.join(folder, name)) and name != 'upstream')
    for option in comparer.load(os.path.join(folder, 'OPTIONS.tsv')):
        for name in captures:
            here = os.path.join(folder, name)
            yield Job(name, option, os.path.join(here, option['name'] + '.txt'), os.path.join(here, name + '.segments.tsv'))
    for option in comparer.load(os.path.join(upstream, 'UPSTREAM.tsv')):
        stem = os.path.join(upstream, option['name'])
        yield Job('upstream', option, stem + '.txt', stem + '.segments.tsv')


def export(program, job, output):
    run = subprocess.run([program, 'export', 'segments', job.text, '--output', output], capture_output=True, text=True,
                         timeout=60)
    return run.stderr.strip() or f'exit status {run.returncode}' if run.returncode else None


def differences(comparer, job, output):
    options = job.options()
    fields = [field for field in comparer.CORE + comparer.EXTRA if field not in options.skip]
    result = comparer.compare(output, job.truth, options, fields)
    return [] if result['score'] == 1 else result['diffs'][:options.diffs]


def main():
    program = sys.argv[1]
    root = os.environ.get('TCPLADDER_CAPTURES')
    if not root:
        print('TCPLADDER_CAPTURES is not set: no corpus to compare with')
        return SKIPPED
    comparer = load_comparer(os.path.join(root, '..', 'tools'))
    jobs = list(find_jobs(os.path.join(root, 'text'), comparer))
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        outputs = [os.path.join(folder, f'{number}.tsv') for number in range(len(jobs))]
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            errors = list(pool.map(export, [program] * len(jobs), jobs, outputs))
        for job, output, error in zip(jobs, outputs, errors):
            found = [error] if error else differences(comparer, job, output)
            failed += bool(found)
            for line in found:
                print(f"{job.name} {job.option['name']}: {line}")
    print(f'{len(jobs)} texts, {failed} differ from their captures')
    return 1 if failed or not jobs else 0


if __name__ == '__main__':
    sys.exit(main())
