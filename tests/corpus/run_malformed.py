#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports every file of a corpus of broken captures: no crash, no hang, no memory beyond measure, at most one line of error.

usage: run_malformed.py TCPLADDER CORPUS

CORPUS is a folder below $TCPLADDER_CAPTURES; without the variable the test is skipped (exit status 77).
"""
import concurrent.futures
import os
import resource
import subprocess
import sys

SKIPPED = 77
SECONDS = 5
MEMORY = 200_000_000  # besides three times the file


def limit_memory(size):
    # Address space, which is more than what is used: libraries and threads' stacks take their part of it.
    limit = 2_000_000_000 + MEMORY + 3 * size
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def trouble(program, path):
    """What is wrong with the program's way with one file; nothing when all is well."""
    size = os.path.getsize(path)
    command = [program, 'export', 'findings', path, '--output', '/dev/null']
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False,
                             preexec_fn=lambda: limit_memory(size))
    except subprocess.TimeoutExpired:
        return f'takes more than {SECONDS} s'
    if run.returncode not in (0, 2):
        return f'exit status {run.returncode}'
    lines = run.stderr.strip().splitlines()
    if run.returncode == 2 and len(lines) != 1:
        return f'{len(lines)} lines of error'
    return None


def main():
    program, corpus = sys.argv[1:]
    root = os.environ.get('TCPLADDER_CAPTURES')
    if not root:
        print('TCPLADDER_CAPTURES is not set: no corpus to try')
        return SKIPPED
    folder = os.path.join(root, corpus)
    names = sorted(n for n in os.listdir(folder) if not n.endswith('.tsv'))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(lambda name: trouble(program, os.path.join(folder, name)), names))
    for name, what in zip(names, found):
        if what:
            print(f'{name}: {what}')
    print(f'{len(names)} files')
    return 1 if any(found) else 0


if __name__ == '__main__':
    sys.exit(main())
