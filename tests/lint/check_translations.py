#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check that the translations are complete. Each complaint is one line: file, context, text, what is wrong.

lupdate brings copies of the files up to date: what it adds has no translation, what it drops is out of use.
"""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree
from dataclasses import dataclass

TRANSLATIONS = "resources/translations"
PLACE = re.compile(r"%(?:L?\d|n)")
ACCELERATOR = re.compile(r"(?<!&)&(?=[^&\s])")
CHINESE_ACCELERATOR = re.compile(r"\(&[A-Z0-9]\)")
PROSE = re.compile(r"[a-z]{2,} [a-z]{2,}")


@dataclass(frozen=True)
class Message:
    context: str
    source: str
    comment: str
    forms: tuple  # one, but for texts that have a plural
    state: str  # "" when it is finished

    @property
    def key(self):
        return self.context, self.source, self.comment


def messages(path):
    for context in xml.etree.ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name")
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            yield Message(name, message.findtext("source"), message.findtext("comment", ""), tuple(forms),
                          translation.get("type", ""))


def places(text):
    return sorted(set(PLACE.findall(text)))


def has_a_translation(message):
    if message.state == "unfinished" or not all(message.forms):
        yield "has no translation"


def keeps_the_places(message):
    for form in filter(None, message.forms):
        if places(form) != places(message.source):
            yield f"has {' '.join(places(message.source)) or 'no place'}, its translation {' '.join(places(form)) or 'none'}"


def keeps_the_accelerator(message):
    for form in filter(None, message.forms):
        if bool(ACCELERATOR.search(message.source)) != bool(CHINESE_ACCELERATOR.search(form)):
            yield 'an accelerator is written "文件(&F)", and both texts have one or neither'


def keeps_the_ends(message):
    for form in filter(None, message.forms):
        if ("…" in message.source) != ("…" in form):
            yield "only one of the texts has an ellipsis"


def is_not_left_in_english(message):
    if PROSE.search(message.source) and message.source in message.forms:
        yield "is translated by itself"


def has_a_context(message):
    # lupdate loses the way to a class behind a function that returns something of std:: or of another library.
    if not re.match("tcpladder::|[a-z]", message.context):
        yield 'lupdate does not see its context: mark it with QT_TRANSLATE_NOOP("context", ...)'


RULES = (has_a_translation, keeps_the_places, keeps_the_accelerator, keeps_the_ends, is_not_left_in_english,
         has_a_context)


def complaints(path, updated):
    """What is wrong with the file, when `updated` is what lupdate makes of it."""
    name = pathlib.Path(path).name
    now = list(messages(updated))
    for message in now:
        for rule in RULES:
            for text in rule(message):
                yield f'{name}: {message.context}: "{message.source}": {text}'
    in_use = {message.key for message in now if message.state not in ("obsolete", "vanished")}
    for message in messages(path):
        if message.key not in in_use:
            yield f'{name}: {message.context}: "{message.source}": is not in the code: run ./dev translate'


def check(root):
    root = pathlib.Path(root)
    files = sorted((root / TRANSLATIONS).glob("*.ts"))
    with tempfile.TemporaryDirectory() as folder:
        copies = [shutil.copy(file, folder) for file in files]
        subprocess.run([root / TRANSLATIONS / "update-translations", *copies], check=True)
        return [text for file, copy in zip(files, copies) for text in complaints(file, copy)]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", nargs="?", default=pathlib.Path(__file__).resolve().parents[2])
    found = check(parser.parse_args().root)
    print("\n".join(found) or "Every text is translated.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
