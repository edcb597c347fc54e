#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check the rules of the house that no compiler knows. Each complaint is one line: file, line, what is wrong.

A rule is a function that takes the tree and yields complaints; RULES at the end lists them.
"""

import argparse
import pathlib
import re
import subprocess
import sys
from dataclasses import dataclass

TOP_LEVEL = {
    "CMakeLists.txt", "CMakePresets.json", "app", "core", "ui", "resources", "tests", "README.md", "README.zh_CN.md",
    "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "dev", ".ci",
    ".clang-format", ".clang-tidy", ".editorconfig", ".gitattributes", ".gitignore",
}

# What each folder of core may include besides itself.
CORE_ORDER = {
    "base": set(),
    "source": {"base", "decode"},
    "decode": {"base", "source"},
    "capture": {"base", "source"},
    "connection": {"base", "source", "decode"},
    "state": {"base", "source", "decode", "connection"},
    "finding": {"base", "source", "decode", "connection", "state"},
    "analysis": {"base", "source", "decode", "connection", "state", "finding"},
    "document": {"base", "source", "decode", "connection", "state", "finding", "analysis"},
    "series": {"base", "source", "decode", "connection", "state", "finding", "analysis", "document"},
    "host": {"base", "source", "decode", "connection", "state"},
    "report": {"base", "source", "decode", "connection", "state", "finding", "analysis", "document"},
}

# What each part of the program may include.
PARTS = {
    "core": {"core"},
    "ui": {"ui", "core"},
    "app": {"app", "core"},
    "tests": {"tests", "app", "ui", "core"},
}

# All of the program that needs Qt is a module of its own, loaded when it is wanted.
WITHOUT_QT = ("core/", "app/")
DESKTOP = "app/desktop/"

LONGEST_FILE = 400
CODE = {".h", ".cpp"}
TEXT = CODE | {".py", ".cmake", ".txt", ".md", ".json", ".xml", ".desktop", ".qrc", ".svg", ".sh", ""}
NOT_OURS = ("tests/data/", "tests/fuzz/corpus/", "tests/fuzz/crashes/", "LICENSE")
LINT = "tests/lint/"  # the rules and their test have to spell out what they forbid

INCLUDE = re.compile(r'^\s*#\s*include\s*(?P<quote>["<])(?P<name>[^">]+)[">]')
COLOUR = re.compile(
    r'QColor\s*[({]\s*["\d]|\bqRgba?\s*\(\s*\d|QColorConstants::'
    r'|Qt::(?:dark)?(?:black|white|red|green|blue|cyan|magenta|yellow|gray|Red|Green|Blue|Cyan|Magenta|Yellow|Gray)\b'
    r'|Qt::light[Gg]ray\b|"[^"]*#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b[^"]*"')
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX)\b")
MACHINE_PATH = re.compile(r"(?<![\w.}])/(?:work|root|home/\w+)(?:/|\b)")


@dataclass(frozen=True)
class File:
    path: str
    lines: tuple

    @property
    def suffix(self):
        return pathlib.PurePosixPath(self.path).suffix

    @property
    def is_code(self):
        return self.suffix in CODE

    def includes(self):
        """Line number, name, and whether it is in quotes."""
        for number, line in enumerate(self.lines, 1):
            found = INCLUDE.match(line)
            if found:
                yield number, found["name"], found["quote"] == '"'


class Tree:
    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.paths = list_files(self.root)
        self.files = [self._read(path) for path in self.paths if self._is_text(path)]

    @staticmethod
    def _is_text(path):
        return pathlib.PurePosixPath(path).suffix in TEXT and not path.startswith(NOT_OURS)

    def _read(self, path):
        return File(path, tuple((self.root / path).read_text(encoding="utf-8", errors="replace").splitlines()))

    def code(self, *folders):
        return [file for file in self.files if file.is_code and (not folders or file.path.startswith(folders))]


def list_files(root):
    """What git knows, so that drafts don't count; every file where this is no work tree of git's."""
    if (root / ".git").exists():
        listed = subprocess.run(["git", "-C", str(root), "ls-files", "-z"], capture_output=True, check=False)
        if listed.returncode == 0:
            names = listed.stdout.decode().split("\0")
            return sorted(name for name in names if name and (root / name).is_file())
    skipped = {".git", "build", ".cache", "__pycache__"}
    files = (path.relative_to(root) for path in root.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in files if not skipped & set(path.parts))


def complaint(path, line, text):
    return f"{path}:{line}: {text}"


def without_comment(line):
    return re.sub(r"//.*$", "", line) if '"' not in line.split("//")[0] else line


def qt_is_where_it_belongs(tree):
    for file in tree.code(*WITHOUT_QT):
        for line, name, _ in file.includes():
            if re.match(r"Qt|Q[A-Z]", name) and not file.path.startswith(DESKTOP):
                part = file.path.split("/")[0]
                yield complaint(file.path, line, f"{part} is without Qt, but this includes <{name}>")


def core_folder(path):
    parts = path.split("/")
    return parts[1] if len(parts) > 2 and parts[0] == "core" else None


def core_folders_keep_their_order(tree):
    for file in tree.code("core/"):
        folder = core_folder(file.path)
        if folder not in CORE_ORDER:
            yield complaint(file.path, 1, "not in one of core's folders: " + ", ".join(CORE_ORDER))
            continue
        for line, name, _ in file.includes():
            included = core_folder(name)
            if included and included != folder and included not in CORE_ORDER[folder]:
                yield complaint(file.path, line, f"core/{folder} must not depend on core/{included}")


def parts_keep_their_order(tree):
    for file in tree.code(*(f"{part}/" for part in PARTS)):
        part = file.path.split("/")[0]
        allowed = PARTS[part] | ({"ui"} if file.path.startswith(DESKTOP) else set())
        for line, name, quoted in file.includes():
            included = name.split("/")[0]
            if quoted and included in PARTS and included not in allowed:
                yield complaint(file.path, line, f"{part} must not include from {included}")


def headers_make_no_circle(tree):
    graph = {file.path: [name for _, name, _ in file.includes()] for file in tree.code()}
    finished = set()

    def circle_from(path, way):
        if path in way:
            return way[way.index(path):] + [path]
        if path in finished or path not in graph:
            return None
        for name in graph[path]:
            found = circle_from(name, way + [path])
            if found:
                return found
        finished.add(path)
        return None

    for path in graph:
        circle = circle_from(path, [])
        if circle:
            yield complaint(circle[0], 1, "headers include each other in a circle: " + " > ".join(circle))
            return


def includes_start_at_the_top(tree):
    for file in tree.code():
        for line, name, quoted in file.includes():
            if quoted and name.split("/")[0] not in PARTS and not name.endswith(".moc"):
                yield complaint(file.path, line, f'"{name}": include paths start at the top level, as "core/base/error.h"')


def own_header_comes_first(tree):
    paths = set(tree.paths)
    for file in tree.code():
        own = re.sub(r"\.cpp$", ".h", file.path)
        first = next(file.includes(), None)
        if file.suffix == ".cpp" and own in paths and (first is None or first[1] != own):
            yield complaint(file.path, first[0] if first else 1, f'the first include must be "{own}"')


def code_names_its_licence(tree):
    for file in tree.code():
        if not file.lines or file.lines[0] != "// SPDX-License-Identifier: GPL-3.0-or-later":
            yield complaint(file.path, 1, "the first line must be // SPDX-License-Identifier: GPL-3.0-or-later")


def headers_are_guarded(tree):
    for file in tree.code():
        if file.suffix == ".h" and "#pragma once" not in file.lines:
            yield complaint(file.path, 1, "a header needs #pragma once")


def headers_use_no_namespace(tree):
    for file in tree.code():
        for number, line in enumerate(file.lines, 1):
            if file.suffix == ".h" and re.match(r"\s*using\s+namespace\b", line):
                yield complaint(file.path, number, "a header must not say using namespace")


def files_are_short(tree):
    for file in tree.files:
        if len(file.lines) > LONGEST_FILE and file.suffix in CODE | {".py", ".cmake", ".txt", ".sh", ""}:
            yield complaint(file.path, LONGEST_FILE + 1, f"{len(file.lines)} lines; split it into files of under "
                                                         f"{LONGEST_FILE} with one subject each")


def colours_come_from_the_theme(tree):
    for file in tree.code("ui/", "app/"):
        if file.path.startswith("ui/support/theme"):
            continue
        for number, line in enumerate(file.lines, 1):
            found = None if INCLUDE.match(line) else COLOUR.search(without_comment(line))
            if found:
                yield complaint(file.path, number, f"{found[0]}: colours are roles of ui/support/theme")


def nothing_is_left_unfinished(tree):
    for file in tree.files:
        for number, line in enumerate(file.lines, 1):
            found = None if file.path.startswith(LINT) else UNFINISHED.search(line)
            if found:
                yield complaint(file.path, number, f"{found[0]}: finish it, or leave it out")


def no_path_of_one_machine(tree):
    for file in tree.files:
        for number, line in enumerate(file.lines, 1):
            found = None if file.path.startswith(LINT) else MACHINE_PATH.search(line)
            if found:
                yield complaint(file.path, number, f"{found[0]}: a path that only one machine has")


def top_level_is_tidy(tree):
    for name in sorted({path.split("/")[0] for path in tree.paths} - TOP_LEVEL):
        yield complaint(name, 1, "does not belong at the top level")


RULES = [
    qt_is_where_it_belongs, core_folders_keep_their_order, parts_keep_their_order, headers_make_no_circle,
    includes_start_at_the_top, own_header_comes_first, code_names_its_licence, headers_are_guarded,
    headers_use_no_namespace, files_are_short, colours_come_from_the_theme, nothing_is_left_unfinished,
    no_path_of_one_machine, top_level_is_tidy,
]


def check(root):
    tree = Tree(root)
    return [found for rule in RULES for found in rule(tree)]


def main():
    parser = argparse.ArgumentParser(description="Check the rules of the house that no compiler knows.")
    parser.add_argument("root", nargs="?", default=pathlib.Path(__file__).resolve().parents[2])
    complaints = check(parser.parse_args().root)
    for line in complaints:
        print(line)
    sys.exit(1 if complaints else 0)


if __name__ == "__main__":
    main()
