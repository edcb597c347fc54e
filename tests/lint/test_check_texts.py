#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What check_texts.py takes for a text, and what for none."""

import unittest

import check_texts


class UnmarkedTexts(unittest.TestCase):
    def unmarked(self, source):
        return [literal for _, literal in check_texts.unmarked(source)]

    def test_prose_without_a_mark_is_found(self):
        self.assertEqual(self.unmarked('return {"Answers the window probe.", {}};'), ["Answers the window probe."])
        self.assertEqual(self.unmarked('text += QStringLiteral("and %1 more").arg(n);'), ["and %1 more"])
        self.assertEqual(self.unmarked('a = R"(two words)";'), ["two words"])

    def test_one_word_that_is_shown_is_found(self):
        self.assertEqual(self.unmarked('m_cancel->setText("Cancel");'), ["Cancel"])
        self.assertEqual(self.unmarked('new QAction(QStringLiteral("&Open…"), this)'), ["&Open…"])

    def test_marked_texts_are_none_of_them(self):
        self.assertEqual(self.unmarked('m_cancel->setText(tr("Cancel"));'), [])
        self.assertEqual(self.unmarked('{Rst, 0, TCPLADDER_TR("core", "RST with "\n    "sequence number %1.")},'), [])
        self.assertEqual(self.unmarked('say(QT_TRANSLATE_NOOP("commandLine", "Print this help"))'), [])

    def test_a_mark_counts_only_for_what_is_inside_of_it(self):
        self.assertEqual(self.unmarked('join(tr("one thing"), "another thing")'), ["another thing"])

    def test_what_is_no_language_is_left_alone(self):
        for source in ('// "a comment here"\n', '#include "some words here"\n', 'QStringLiteral("window/geometry")',
                       'static_assert(size == count, "every error needs its text");',
                       'label->setText(QStringLiteral("<span style=\\"color:%2\\">%1</span>"));',
                       "const char sign = '\"'; setWindowTitle(\"tcpladder\");"):
            self.assertEqual(self.unmarked(source), [], source)

    def test_a_lambda_in_a_call_shows_nothing_of_it(self):
        self.assertEqual(self.unmarked('menu.addAction(tr("Copy"), [] { load("icons"); });'), [])


if __name__ == "__main__":
    unittest.main()
