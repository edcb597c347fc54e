#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes services.tsv: the names that IANA gave to TCP ports, by which tcpdump prints ports without -n.

usage: make_services.py LIST > services.tsv

LIST is https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.csv, or a file in the
form of services(5) made from it. A name that stands for several ports is left out: the text does not say which one.
"""
import csv
import re
import sys


def from_csv(lines):
    for row in csv.DictReader(lines):
        if row['Transport Protocol'] == 'tcp' and row['Port Number'].isdigit():
            yield row['Service Name'], int(row['Port Number'])


def from_services(lines):
    for line in lines:
        found = re.match(r'(\S+)\s+(\d+)/(\S+)', line)
        if found and 'tcp' in found[3].split('/'):
            yield found[1], int(found[2])


def main():
    with open(sys.argv[1], encoding='utf-8') as file:
        lines = [line for line in file if not line.startswith('#')]
    pairs = from_csv(lines) if lines[0].startswith('Service Name,') else from_services(lines)
    ports = {}
    for name, port in pairs:
        if name:
            ports.setdefault(name, set()).add(port)
    for name in sorted(ports):
        if len(ports[name]) == 1:
            print(name, *ports[name], sep='\t')


if __name__ == '__main__':
    main()
