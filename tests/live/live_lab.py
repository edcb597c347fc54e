# SPDX-License-Identifier: GPL-3.0-or-later
"""Two hosts that exist for one test: network namespaces with a wire between them, a display, and an unprivileged user
who may capture only because a copy of the helper has file capabilities. All of it is gone when the lab is closed."""

import contextlib
import os
import pathlib
import pwd
import shutil
import subprocess
import sys
import tempfile
import time

SKIPPED = 77  # as CMake's SKIP_RETURN_CODE
USER = "nobody"
NEEDED = ("ip", "setcap", "setpriv", "Xvfb", "redis-server", "telnet", "ss")
SERVER, CLIENT = "10.99.0.1", "10.99.0.2"
DEVICE = "ladder0"  # at the server, where the window is
PORT = 6378


class Unavailable(Exception):
    """What this machine lacks for the test."""


def run(*command, **options):
    return subprocess.run(command, check=True, text=True, capture_output=True, **options)


def check_machine():
    if os.geteuid() != 0:
        raise Unavailable("network namespaces need root")
    missing = [name for name in NEEDED if not shutil.which(name)]
    if missing:
        raise Unavailable("not installed: " + ", ".join(missing))


class Lab:
    def __init__(self, program, helper, *more):
        self._closing = contextlib.ExitStack()
        self.server = f"tcpladder-server-{os.getpid()}"
        self.client = f"tcpladder-client-{os.getpid()}"
        try:
            self._make_folder(program, helper, more)
            self._make_network()
            self.display = self._start_display()
        except BaseException:
            self.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self._closing.close()

    def _make_folder(self, program, helper, more):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="tcpladder-live-"))
        self._closing.callback(shutil.rmtree, self.folder, ignore_errors=True)
        self.folder.chmod(0o755)
        for file in (program, pathlib.Path(program).with_name("tcpladder-desktop.so"), helper, *more):
            shutil.copy(file, self.folder)
        try:
            run("setcap", "cap_net_raw,cap_net_admin+ep", str(self.folder / pathlib.Path(helper).name))
        except subprocess.CalledProcessError as error:
            raise Unavailable("file capabilities: " + error.stderr.strip()) from error
        self.home = self.folder / "home"
        self.home.mkdir(mode=0o700)
        shutil.chown(self.home, USER)

    def _make_network(self):
        for name in (self.server, self.client):
            try:
                run("ip", "netns", "add", name)
            except subprocess.CalledProcessError as error:
                raise Unavailable("network namespaces: " + error.stderr.strip()) from error
            self._closing.callback(subprocess.run, ["ip", "netns", "delete", name], check=False)
            run("ip", "-n", name, "link", "set", "lo", "up")
        run("ip", "-n", self.server, "link", "add", DEVICE, "type", "veth", "peer", "name", DEVICE, "netns", self.client)
        for name, address in ((self.server, SERVER), (self.client, CLIENT)):
            run("ip", "-n", name, "address", "add", f"{address}/24", "dev", DEVICE)
            run("ip", "-n", name, "link", "set", DEVICE, "up")

    def _start_display(self):
        reading, writing = os.pipe()
        self.start(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
                   pass_fds=(writing,), stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        if not number:
            raise Unavailable("Xvfb does not start")
        return ":" + number

    def start(self, command, **options):
        """A process that ends with the lab."""
        process = subprocess.Popen(command, text=True, **options)
        self._closing.callback(end, process)
        return process

    def at(self, namespace, *command):
        return ["ip", "netns", "exec", namespace, *command]

    def as_user(self, *command):
        user = pwd.getpwnam(USER)
        environment = [f"HOME={self.home}", f"DISPLAY={self.display}", "QT_QPA_PLATFORM=xcb", "LANGUAGE=en",
                       "XDG_DATA_HOME=" + str(self.home / ".local/share"), "XDG_CONFIG_HOME=" + str(self.home / ".config"),
                       "PATH=" + os.environ["PATH"], f"TMPDIR={self.home}"]
        return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups", "env", "-i",
                *environment, *command]

    def start_redis(self):
        self.start(self.at(self.server, "redis-server", "--port", str(PORT), "--bind", SERVER, "--protected-mode", "no",
                           "--save", "", "--dir", str(self.folder)), stdout=subprocess.DEVNULL)
        wait_for(lambda: f":{PORT}" in run(*self.at(self.server, "ss", "-ltn")).stdout, "redis-server listens")

    def talk(self):
        """The seed's experiment: telnet to redis, PING, QUIT. Returns what telnet has printed."""
        telnet = subprocess.Popen(self.at(self.client, "telnet", SERVER, str(PORT)), text=True, stdin=subprocess.PIPE,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        for line in ("PING", "QUIT"):
            time.sleep(0.5)
            telnet.stdin.write(line + "\n")  # telnet makes CR LF of it
            telnet.stdin.flush()
        said = telnet.stdout.read()
        telnet.wait()
        return said

    def captures(self):
        return sorted((self.home / ".local/share/tcpladder/captures").glob("*.pcapng"))


def end(process):
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_for(condition, what, seconds=15):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        found = condition()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"waited {seconds} s in vain: {what}")


def main(test):
    """Runs the test, or says why it can't be run here."""
    try:
        check_machine()
        test()
    except Unavailable as reason:
        print(f"SKIPPED: {reason}")
        sys.exit(SKIPPED)
