#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole programs on whole captures: libpcap's bare loop, tcpladder, and tcptrace and tshark where installed; and on
tcpdump's text of one, where tcpdump is: wc -l and tcpladder.

Times drift by half on a busy machine, but not the ratios of what runs side by side: in each round every program runs once,
in an order drawn anew, and what is printed is the median of the rounds' ratios to the first program's time. Memory is the peak of
RssAnon, asked for in a run of its own, less that of a capture with nothing in it.

    compare_load.py BUILD [--rounds N] [--packets N] [--sets FOLDER] [--tools] [FILE...]

Without files it makes its own captures in FOLDER, which stay there for the next time.
"""

import argparse
import os
import pathlib
import random
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import time

EMPTY = struct.pack("<IHHIIII", 0xA1B2C3D4, 2, 4, 0, 0, 262144, 1)


def own_sets(packets):
    """Name: packets, connections, at once, snapshot length, octets of data in a segment."""
    return {
        "headers": (packets, packets // 100, 1000, 96, 1000),
        "full": (packets // 5, packets // 500, 500, 65535, 1200),
        "many": (packets // 5, packets // 25, 2000, 262144, 100),
        "one": (packets // 2, 1, 1, 96, 1000),
    }


def print_text(capture):
    """What `tcpdump -X` says of the capture."""
    path = capture.with_suffix(".txt")
    if not path.exists():
        with open(path, "wb") as out:
            subprocess.run(["tcpdump", "-tt", "-nn", "-X", "-r", str(capture)], stdout=out, stderr=subprocess.DEVNULL, check=True)
    return path


def make_sets(maker, folder, packets):
    folder.mkdir(parents=True, exist_ok=True)
    for name, numbers in own_sets(packets).items():
        path = folder / f"{name}-{packets}.pcap"
        if not path.exists():
            with open(path, "wb") as out:
                subprocess.run([maker, *map(str, numbers)], stdout=out, check=True)
        yield path
        if name == "headers" and shutil.which("tcpdump"):
            yield print_text(path)


def seconds(command):
    start = time.perf_counter()
    status = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode
    if status != 0:
        sys.exit(f"compare_load: {' '.join(command)} ended with status {status}")
    return time.perf_counter() - start


def peak_anonymous(command):
    """Bytes; looked at every two milliseconds."""
    peak = 0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            try:
                status = pathlib.Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
            except OSError:
                break
            kilobytes = [line.split()[1] for line in status.splitlines() if line.startswith("RssAnon:")]
            peak = max([peak, *map(int, kilobytes)])
            time.sleep(0.002)
    return peak * 1024


def count(program, path):
    """Segments and connections, by the program's own account."""
    command = [program, "export", "connections", str(path)]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    names = lines[0].split("\t")
    a, b = names.index("a_packets"), names.index("b_packets")
    rows = [line.split("\t") for line in lines[1:]]
    return sum(int(row[a]) + int(row[b]) for row in rows), len(rows)


def compare(path, programs, rounds):
    base = next(iter(programs))
    ratios = {name: [] for name in programs}
    times = {name: [] for name in programs}
    for _ in range(rounds):
        order = list(programs)
        random.shuffle(order)
        took = {name: seconds(programs[name](path)) for name in order}
        for name in programs:
            times[name].append(took[name])
            ratios[name].append(took[name] / took[base])
    return {name: (statistics.median(ratios[name]), min(times[name])) for name in programs}


def memory(program, path, empty):
    export = [program, "export", "connections"]
    used = peak_anonymous([*export, str(path)]) - peak_anonymous([*export, empty])
    segments, connections = count(program, path)
    allowed = 64 * segments + 512 * connections
    return (f"    peak memory {used / 2**20:.0f} MiB: {used / segments:.1f} bytes a segment, {used / connections:.0f} a connection; "
            f"{used / allowed:.2f} of 64 a segment and 512 a connection")


def programs_for(path, build, with_tools):
    """Name: command for the file; the first is what the others are held against."""
    program, loop = str(build / "tcpladder"), str(build / "tests/benchmarks/libpcap_loop")
    ours = {"tcpladder": lambda path: [program, "export", "connections", str(path)]}
    if path.suffix == ".txt":
        return {"wc -l": lambda path: ["wc", "-l", str(path)]} | ours
    tools = {
        "tcptrace": lambda path: ["tcptrace", "-n", str(path)],
        "tshark": lambda path: ["tshark", "-2", "-q", "-z", "expert", "-r", str(path)],
    }
    installed = {name: command for name, command in tools.items() if with_tools and shutil.which(name)}
    return {"libpcap": lambda path: [loop, str(path)]} | ours | installed


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--packets", type=int, default=1_000_000, help="of the largest capture that is made")
    parser.add_argument("--sets", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir()) / "tcpladder-sets")
    parser.add_argument("--tools", action="store_true", help="tcptrace and tshark too, which take long")
    arguments = parser.parse_intermixed_args()

    maker = arguments.build / "tests/benchmarks/make_load"
    with tempfile.NamedTemporaryFile(suffix=".pcap") as empty:
        empty.write(EMPTY)
        empty.flush()
        for path in arguments.files or make_sets(maker, arguments.sets, arguments.packets):
            print(f"{path.name}, {os.path.getsize(path) / 2**20:.0f} MiB")
            programs = programs_for(path, arguments.build, arguments.tools)
            base = next(iter(programs))
            for name, (ratio, best) in compare(path, programs, arguments.rounds).items():
                print(f"    {name:10} {ratio:7.2f} x {base}, best {best:.2f} s")
            print(memory(str(arguments.build / "tcpladder"), path, empty.name), flush=True)


if __name__ == "__main__":
    main()
