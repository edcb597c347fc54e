#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each rule of check_house.py, broken once in a small tree of its own."""

import pathlib
import tempfile
import unittest

import check_house

LICENCE = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
HEADER = LICENCE + "#pragma once\n"


class HouseRules(unittest.TestCase):
    def complaints(self, files):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files.items():
                path = pathlib.Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            return check_house.check(folder)

    def expect(self, files, place, words):
        """One complaint and no other: at the place, in the words."""
        complaints = self.complaints(files)
        self.assertEqual(len(complaints), 1, complaints)
        self.assertTrue(complaints[0].startswith(place + ": "), complaints[0])
        self.assertIn(words, complaints[0])

    def expect_none(self, files):
        self.assertEqual(self.complaints(files), [])

    def test_a_tidy_tree_has_no_complaint(self):
        self.expect_none({
            "CMakeLists.txt": "project(tcpladder)\n",
            "core/base/error.h": HEADER,
            "core/base/error.cpp": LICENCE + '#include "core/base/error.h"\n#include <string>\n',
            "core/report/table.h": HEADER + '#include "core/document/query.h"\n',
            "ui/support/theme.cpp": LICENCE + 'const QColor lifeline("#0072b2");\n',
            "ui/ladder/view.cpp": LICENCE + '#include "core/base/error.h"\n#include <QWidget>\n',
        })

    def test_core_must_not_include_qt(self):
        self.expect({"core/base/name.h": HEADER + "#include <QString>\n"}, "core/base/name.h:3", "without Qt")
        self.expect({"core/base/name.h": HEADER + "#include <QtCore/qstring.h>\n"}, "core/base/name.h:3", "without Qt")

    def test_of_the_program_the_desktop_alone_has_qt(self):
        qt, ui = HEADER + "#include <QString>\n", HEADER + '#include "ui/shell/window.h"\n'
        self.expect_none({"app/desktop/a.h": qt, "app/desktop/b.h": ui})
        self.expect({"app/a.h": qt}, "app/a.h:3", "app is without Qt")
        self.expect({"app/a.h": ui}, "app/a.h:3", "app must not include from ui")

    def test_core_folders_must_not_look_up(self):
        self.expect({"core/decode/a.h": HEADER + '#include "core/state/tcp_state.h"\n'},
                    "core/decode/a.h:3", "core/decode must not depend on core/state")

    def test_capture_sees_base_and_source_only(self):
        self.expect_none({"core/capture/a.h": HEADER + '#include "core/source/packet.h"\n'})
        self.expect({"core/capture/a.h": HEADER + '#include "core/decode/segment.h"\n'},
                    "core/capture/a.h:3", "core/capture must not depend on core/decode")

    def test_a_new_folder_of_core_needs_a_place_in_the_order(self):
        self.expect({"core/misc/a.h": HEADER}, "core/misc/a.h:1", "not in one of core's folders")

    def test_core_must_not_include_from_ui(self):
        self.expect({"core/base/a.h": HEADER + '#include "ui/ladder/view.h"\n'},
                    "core/base/a.h:3", "core must not include from ui")

    def test_ui_must_not_include_from_app(self):
        self.expect({"ui/shell/a.h": HEADER + '#include "app/command_line.h"\n'},
                    "ui/shell/a.h:3", "ui must not include from app")

    def test_headers_must_not_include_each_other(self):
        self.expect({"core/source/a.h": HEADER + '#include "core/decode/b.h"\n',
                     "core/decode/b.h": HEADER + '#include "core/source/a.h"\n'}, "core/decode/b.h:1", "in a circle")

    def test_include_paths_start_at_the_top(self):
        self.expect({"core/base/a.h": HEADER + '#include "error.h"\n'}, "core/base/a.h:3", "start at the top level")

    def test_the_own_header_comes_first(self):
        self.expect({"core/base/a.h": HEADER,
                     "core/base/a.cpp": LICENCE + '#include <string>\n#include "core/base/a.h"\n'},
                    "core/base/a.cpp:2", "first include")

    def test_code_names_its_licence_in_the_first_line(self):
        self.expect({"core/base/a.cpp": "int a;\n"}, "core/base/a.cpp:1", "SPDX")

    def test_a_header_needs_its_guard(self):
        self.expect({"core/base/a.h": LICENCE}, "core/base/a.h:1", "#pragma once")

    def test_a_header_must_not_open_a_namespace_for_others(self):
        self.expect({"core/base/a.h": HEADER + "using namespace std;\n"}, "core/base/a.h:3", "using namespace")

    def test_a_file_of_over_400_lines_must_be_split(self):
        self.expect_none({"core/base/a.cpp": LICENCE + "\n" * 399})
        self.expect({"core/base/a.cpp": LICENCE + "\n" * 400}, "core/base/a.cpp:401", "split it")

    def test_data_may_be_long_and_may_hold_any_word(self):
        self.expect_none({"tests/data/notes.md": "TODO\n" * 500})

    def test_colours_come_from_the_theme(self):
        for colour in ['QColor("#d55e00")', "Qt::red", "Qt::darkGray", "QColor(1, 2, 3)", "qRgb(0, 0, 0)",
                       'setStyleSheet("color: #fff")', "QColor { 1, 2, 3 }"]:
            with self.subTest(colour):
                self.expect({"ui/ladder/a.cpp": LICENCE + f"auto c = {colour};\n"}, "ui/ladder/a.cpp:2", "colours")

    def test_what_only_looks_like_a_colour_may_stay(self):
        self.expect_none({"ui/ladder/a.cpp": LICENCE + 'auto t = tr("segment #%1");\n#include "ui/abc.h"\n'
                                                       "pen.setColor(Qt::transparent); // not Qt::red\n"})

    def test_nothing_is_left_unfinished(self):
        for word in ["TODO", "FIXME", "XXX"]:
            with self.subTest(word):
                self.expect({"core/base/a.h": HEADER + f"// {word}: later\n"}, "core/base/a.h:3", word)
        self.expect_none({"core/base/a.h": HEADER + 'auto name = "spoolXXXXXX";\n'})

    def test_no_path_of_one_machine(self):
        for path in ["/".join(["", folder, "x"]) for folder in ["work", "root", "home/somebody"]]:
            with self.subTest(path):
                self.expect({"dev": f"cd {path}\n"}, "dev:1", "only one machine")
        self.expect_none({"dev": "cd ../root; cd $HOME/bin; ls /proc/net\n"})

    def test_the_top_level_stays_as_it_is(self):
        self.expect({"NOTES.md": "notes\n"}, "NOTES.md:1", "top level")


if __name__ == "__main__":
    unittest.main()
