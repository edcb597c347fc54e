#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each rule of check_translations.py, broken once."""

import pathlib
import tempfile
import unittest

import check_translations

FILE = '<?xml version="1.0"?><TS version="2.1" language="zh_CN">{}</TS>'


def message(source, translation, context="core", state=""):
    type_ = f' type="{state}"' if state else ""
    return (f"<context><name>{context}</name><message><source>{source}</source>"
            f"<translation{type_}>{translation}</translation></message></context>")


class TranslationRules(unittest.TestCase):
    def complaints(self, updated, committed=None):
        with tempfile.TemporaryDirectory() as folder:
            paths = [pathlib.Path(folder, name) for name in ("zh.ts", "updated.ts")]
            for path, body in zip(paths, (updated if committed is None else committed, updated)):
                path.write_text(FILE.format(body), encoding="utf-8")
            return list(check_translations.complaints(*paths))

    def expect(self, words, updated, committed=None):
        found = self.complaints(updated, committed)
        self.assertEqual(len(found), 1, found)
        self.assertIn(words, found[0])

    def test_a_complete_translation_has_no_complaint(self):
        self.assertEqual(self.complaints(message("Segment %1 of %2", "报文段 %1，共 %2 个")
                                         + message("&amp;Open…", "打开(&amp;O)…", "tcpladder::Actions")), [])

    def test_a_new_text_needs_a_translation(self):
        self.expect("has no translation", message("Zero window", "", state="unfinished"), "")
        self.expect("has no translation", message("Zero window", "零窗口", state="unfinished"))
        self.expect("has no translation", message("Zero window", ""))

    def test_a_text_that_is_gone_must_go(self):
        self.expect("not in the code", "", message("Zero window", "零窗口"))
        self.expect("not in the code", message("Zero window", "零窗口", state="vanished"))

    def test_every_place_is_kept(self):
        self.expect("has %1 %2, its translation %1", message("%1 of %2", "%1"))
        self.expect("has %1, its translation %2", message("line %1", "第 %2 行"))

    def test_an_accelerator_stands_in_brackets(self):
        self.expect("accelerator", message("&amp;File", "文件"))
        self.expect("accelerator", message("&amp;File", "&amp;文件"))
        self.expect("accelerator", message("File", "文件(&amp;F)"))

    def test_an_ellipsis_stays(self):
        self.expect("ellipsis", message("Open…", "打开"))

    def test_prose_is_not_translated_by_itself(self):
        self.expect("by itself", message("closed on one side", "closed on one side"))

    def test_a_context_that_nobody_asks_for_is_found(self):
        self.expect("does not see its context", message("Print this", "显示", "Words"))


if __name__ == "__main__":
    unittest.main()
