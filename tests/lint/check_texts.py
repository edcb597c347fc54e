#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check that each text which a user reads is marked for translation. Each complaint is one line: file, line, text.

A literal counts as a text when it is prose (two words of which the second is in small letters), or when it is given to
a call that shows it. It is marked when a call around it is one that lupdate collects from.
"""

import argparse
import pathlib
import re
import sys

# Where texts for users are made; the files of these have no prose of another kind.
FOLDERS = ("ui", "app", "core/report", "core/finding")
FILES = ("core/base/error.cpp", "core/decode/tcp_options.cpp")
# Words of languages for programs; the capture helper speaks to the window, which says it in the user's language.
FOR_PROGRAMS = ("core/report/mermaid_form.cpp", "core/report/plantuml_form.cpp", "app/capture_helper/")

MARKS = {"tr", "translate", "QT_TR_NOOP", "QT_TRANSLATE_NOOP", "TCPLADDER_TR"}
NOT_SHOWN = {"static_assert", "Q_ASSERT_X", "qWarning", "qCritical", "qFatal", "setStyleSheet", "setObjectName", "shellCommand"}
SHOWN = {
    "QAction", "QCheckBox", "QGroupBox", "QLabel", "QMenu", "QMessageBox", "QPushButton", "QRadioButton",
    "addAction", "addButton", "addItem", "addMenu", "addToolBar", "setAccessibleDescription", "setAccessibleName", "setIconText", "setInformativeText", "setPlaceholderText", "setStatusTip", "setText",
    "setTitle", "setToolTip", "setWhatsThis", "setWindowTitle", "showMessage",
}
ENGLISH = {", at offset "}  # formatError() is for logs and tests
NAMES = {"tcpladder", "FILE", "WHAT", "Ctrl"}  # the same in every language

TOKEN = re.compile(
    r'(?P<comment>//[^\n]*|/\*.*?\*/)|(?P<directive>^[ \t]*#(?:[^\n\\]|\\.)*)'
    r'|R"(?P<delimiter>[^(\s]*)\((?P<raw>.*?)\)(?P=delimiter)"|"(?P<text>(?:[^"\\\n]|\\.)*)"'
    r"|(?P<character>'(?:[^'\\\n]|\\.)+')|(?P<word>[A-Za-z_]\w*)|(?P<open>[({\[])|(?P<close>[)}\]])|(?P<other>\S)",
    re.DOTALL | re.MULTILINE)
PROSE = re.compile(r"[A-Za-z]{2,}[,:;]? +(?:[a-z]{2,}|a\b)")
WORD = re.compile(r"[A-Za-z]{3,}")
MARKUP = re.compile(r"<[^>]*>|&\w+;|%\d|\\[ntx\"]")


def literals(source):
    """Line number, text, and the names of the calls around it, the innermost last."""
    calls, before = [], ""
    for token in TOKEN.finditer(source):
        kind = token.lastgroup if token["raw"] is None else "raw"
        if kind in ("comment", "directive"):
            continue
        if kind == "open":
            calls.append(before)
        elif kind == "close" and calls:
            calls.pop()
        elif kind in ("text", "raw"):
            yield source.count("\n", 0, token.start()) + 1, token["text"] or token["raw"] or "", list(calls)
        before = token["word"] or ""


def is_text(literal, calls):
    words = MARKUP.sub(" ", literal)
    if PROSE.search(words):
        return True
    # What stands in a block is the block's own: calls around a lambda show nothing of it.
    inside = calls[len(calls) - calls[::-1].index("") :] if "" in calls else calls
    return bool(SHOWN & set(inside)) and not NAMES >= set(WORD.findall(words))


def unmarked(source):
    for line, literal, calls in literals(source):
        if literal not in ENGLISH and is_text(literal, calls) and not (MARKS | NOT_SHOWN) & set(calls):
            yield line, literal


def sources(root):
    for folder in FOLDERS:
        yield from (path for path in sorted((root / folder).rglob("*"))
                    if path.suffix in (".h", ".cpp") and not path.relative_to(root).as_posix().startswith(FOR_PROGRAMS))
    yield from (root / name for name in FILES if (root / name).exists())


def check(root):
    root = pathlib.Path(root)
    return [f'{path.relative_to(root).as_posix()}:{line}: "{literal}" is not marked for translation'
            for path in sources(root) for line, literal in unmarked(path.read_text(encoding="utf-8"))]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", nargs="?", default=pathlib.Path(__file__).resolve().parents[2])
    complaints = check(parser.parse_args().root)
    print("\n".join(complaints) or "Every text is marked.")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
