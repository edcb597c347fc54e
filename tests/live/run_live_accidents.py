#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever ends a live capture, what was captured until then is in a file that can be read."""

import argparse
import os
import signal
import subprocess
import sys
import time

import live_lab

PINGS = 20


def helpers_of(lab):
    listed = subprocess.run(["pgrep", "-f", str(lab.folder / "tcpladder-capture")], text=True, capture_output=True,
                            check=False)
    return [int(number) for number in listed.stdout.split()]


def start_window(lab):
    before = set(lab.captures())
    window = lab.start(lab.at(lab.server, *lab.as_user(
        str(lab.folder / "tcpladder"), "--live", live_lab.DEVICE, "--filter", f"port {live_lab.PORT}")))
    file = live_lab.wait_for(lambda: next(iter(set(lab.captures()) - before), None), "a capture begins")
    live_lab.wait_for(lambda: helpers_of(lab), "the helper runs")
    return window, file


def ping(lab, times=PINGS, payload=0):
    """Requests over one connection, each answered; the kernel has seen all of it when this returns."""
    script = f"""
import socket
s = socket.create_connection(("{live_lab.SERVER}", {live_lab.PORT}))
for i in range({times}):
    s.sendall(b"ECHO " + b"x" * max(1, {payload}) + b"\\r\\n")
    while not s.recv(65536).endswith(b"\\r\\n"):
        pass
"""
    live_lab.run(*lab.at(lab.client, sys.executable, "-c", script))
    time.sleep(0.3)  # the helper gathers for 20 ms


def segments_in(lab, file):
    table = live_lab.run(str(lab.folder / "tcpladder"), "export", "segments", str(file),
                         env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}).stdout
    return table.count("\n") - 1


def check_readable(lab, file, what, least=2 * PINGS):
    live_lab.wait_for(lambda: not helpers_of(lab), f"{what}: the helper has ended")
    count = segments_in(lab, file)
    print(f"{what}: {count} segments")
    assert count >= least, f"{what}: {count} segments of {least} at least"


def window_killed(lab):
    window, file = start_window(lab)
    ping(lab)
    pid = subprocess.run(["pgrep", "-f", f"^{lab.folder}/tcpladder --live"], text=True, capture_output=True, check=True)
    os.kill(int(pid.stdout.split()[0]), signal.SIGKILL)
    window.wait()
    check_readable(lab, file, "window killed")
    assert file.with_name(file.name + ".running").exists(), "the next start can't know of it"


def helper_killed(lab):
    window, file = start_window(lab)
    ping(lab)
    for helper in helpers_of(lab):
        os.kill(helper, signal.SIGKILL)
    check_readable(lab, file, "helper killed")
    assert window.poll() is None, "the window died with its helper"
    live_lab.end(window)


def disk_full(lab):
    folder = lab.home / ".local/share/tcpladder/captures"
    live_lab.run("mount", "-t", "tmpfs", "-o", f"size=64k,mode=700,uid={folder.stat().st_uid}", "tmpfs", str(folder))
    try:
        window, file = start_window(lab)
        ping(lab, times=60, payload=4000)
        check_readable(lab, file, "disk full", least=20)  # 64 kB have room for these
        assert window.poll() is None, "the window died with the disk"
        live_lab.end(window)
    finally:
        live_lab.run("umount", "--lazy", str(folder))


def device_removed(lab):
    window, file = start_window(lab)
    ping(lab)
    live_lab.run("ip", "-n", lab.server, "link", "delete", live_lab.DEVICE)
    check_readable(lab, file, "device removed")
    assert window.poll() is None, "the window died with the device"
    live_lab.end(window)


def names_taken(lab):
    """What exists is not written over, neither as the first file nor as one of a rotation."""
    folder = lab.home / ".local/share/tcpladder/captures"
    taken = [folder / name for name in ("taken.pcapng", "long-2.pcapng", "long-3.pcapng")]
    for file in taken:
        file.write_text("kept")
    refused = subprocess.run(helper(lab, taken[0]), stdin=subprocess.DEVNULL, text=True, capture_output=True, check=False)
    assert refused.returncode == 2, refused
    assert refused.stdout == f"error file-exists {taken[0]} exists already, and is left as it is\nend\n", refused.stdout
    rotating = lab.start(helper(lab, folder / "long.pcapng", "--rotate-seconds", "1"), stdin=subprocess.PIPE)
    live_lab.wait_for(lambda: (folder / "long-4.pcapng").exists(), "the file behind those taken")
    ping(lab)
    rotating.communicate()
    assert rotating.returncode == 0, rotating.returncode
    assert all(file.read_text() == "kept" for file in taken)
    count = sum(segments_in(lab, file) for file in set(folder.glob("long*.pcapng")) - set(taken))
    print(f"names taken: {count} segments")
    assert count >= 2 * PINGS, count


def helper(lab, output, *more):
    return lab.at(lab.server, *lab.as_user(str(lab.folder / "tcpladder-capture"), "--device", live_lab.DEVICE, "--output",
                                           str(output), *more))


def accidents(arguments):
    with live_lab.Lab(arguments.program, arguments.helper) as lab:
        lab.start_redis()
        for accident in (window_killed, helper_killed, disk_full, names_taken, device_removed):
            accident(lab)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("program", "helper"):
        parser.add_argument("--" + name, required=True)
    arguments = parser.parse_args()
    live_lab.main(lambda: accidents(arguments))


if __name__ == "__main__":
    sys.exit(main())
