#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The seed's experiment in one window: redis at one host, telnet at the other, the ladder between them.

live_seed is the window with the assertions about it; here is what happens on the network meanwhile."""

import argparse
import subprocess
import sys

import live_lab


def seed(arguments):
    with live_lab.Lab(arguments.program, arguments.helper, arguments.window) as lab:
        lab.start_redis()
        window = lab.start(lab.at(lab.server, *lab.as_user(str(lab.folder / "live_seed"))), stdout=subprocess.PIPE)
        for line in window.stdout:
            print(line, end="")
            if line.startswith("CAPTURING"):
                said = lab.talk()
                assert "+PONG" in said and "+OK" in said, said
        assert window.wait() == 0, "the window shows something else"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("program", "helper", "window"):
        parser.add_argument("--" + name, required=True)
    arguments = parser.parse_args()
    live_lab.main(lambda: seed(arguments))


if __name__ == "__main__":
    sys.exit(main())
