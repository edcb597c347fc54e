#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the window keeps up: small segments at a rate, for some seconds, and what became of them. tcpdump captures the
same first, with the kernel's buffer as large as the helper's, to tell what this machine can do at all.

    measure_live.py BUILD [SEGMENTS_A_SECOND [SECONDS]]"""

import pathlib
import subprocess
import sys
import time

import live_lab


def send(lab, rate, seconds):
    sent = live_lab.run(*lab.at(lab.client, str(lab.folder / "segment_generator"), live_lab.DEVICE, rate, seconds))
    print(sent.stdout.strip())


def with_tcpdump(lab, rate, seconds):
    tcpdump = lab.start(lab.at(lab.server, "tcpdump", "-i", live_lab.DEVICE, "-B", "65536", "-w", "/dev/null"),
                        stderr=subprocess.PIPE)
    time.sleep(1)
    send(lab, rate, seconds)
    time.sleep(1)
    tcpdump.terminate()
    print("tcpdump: " + ", ".join(tcpdump.communicate()[1].splitlines()[-3:]))


def with_window(lab, rate, seconds):
    window = lab.start(lab.at(lab.server, *lab.as_user(str(lab.folder / "live_load"))), stdin=subprocess.PIPE,
                       stdout=subprocess.PIPE)
    assert window.stdout.readline().startswith("CAPTURING")
    time.sleep(1)
    send(lab, rate, seconds)
    began = time.monotonic()
    print("window: " + window.communicate()[0].strip().replace("\n", ", "))
    print(f"the rest was read in {time.monotonic() - began:.1f} s")


def main():
    build = pathlib.Path(sys.argv[1])
    rate, seconds = (sys.argv[2:] + ["100000", "20"][len(sys.argv) - 2:])[:2]
    tests = build / "tests/live"
    with live_lab.Lab(build / "tcpladder", build / "tcpladder-capture", tests / "live_load",
                      tests / "segment_generator") as lab:
        with_tcpdump(lab, rate, seconds)
        with_window(lab, rate, seconds)


if __name__ == "__main__":
    live_lab.main(main)
