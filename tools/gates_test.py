"""Each gate must be able to fail: here is what each refuses."""
import tempfile
import unittest
from pathlib import Path

import check_floors
import check_lock
import check_sizes
import check_words
import gate


class Floors(unittest.TestCase):
    LAW = "0 base\n1 net model\n2 match\n9 testkit\nonly boost/asio net\nnever <thread> match\n"

    def faults(self, folder, name, text):
        with tempfile.TemporaryDirectory() as root:
            path = Path(root) / folder / name
            path.parent.mkdir()
            path.write_text(text)
            (path.parent / "README.md").write_text(f"# {folder}\n")
            return list(check_floors.all_faults(check_floors.Floors(self.LAW), Path(root)))

    def test_refuses_a_higher_floor_and_a_neighbour(self):
        self.assertEqual(len(self.faults("base", "a.cc", '#include "net/http.h"\n')), 1)
        self.assertEqual(len(self.faults("net", "a.h", '#include "model/read.h"\n')), 1)
        self.assertEqual(self.faults("net", "a.h", '#include "base/id.h"\n'), [])

    def test_lets_a_test_look_anywhere_but_not_use_confined_headers(self):
        self.assertEqual(self.faults("base", "a_test.cc", '#include "net/http.h"\n'), [])
        self.assertEqual(len(self.faults("match", "a_test.cc", "#include <boost/asio.hpp>\n")), 1)

    def test_refuses_impurity_and_unknown_folders_and_higher_declarations(self):
        self.assertEqual(len(self.faults("match", "a.cc", "#include <thread>\n")), 1)
        self.assertEqual(len(self.faults("misc", "a.cc", "")), 1)
        self.assertEqual(len(self.faults("base", "a.h", "namespace bas::net { class A; }\n")), 1)

    def test_wants_a_short_readme(self):
        with tempfile.TemporaryDirectory() as root:
            (Path(root) / "base").mkdir()
            (Path(root) / "base" / "a.cc").write_text("")
            floors = check_floors.Floors(self.LAW)
            self.assertEqual(len(list(check_floors.all_faults(floors, Path(root)))), 1)
            (Path(root) / "base" / "README.md").write_text("line\n" * 31)
            self.assertEqual(len(list(check_floors.all_faults(floors, Path(root)))), 1)


class Lock(unittest.TestCase):
    PACKAGE = {"dependencies": {"a": "1.0.0"}}
    LOCK = {"": {"dependencies": {"a": "1.0.0"}},
            "node_modules/a": {"version": "1.0.0", "integrity": "sha512-a"},
            "node_modules/a-for-another-platform": {"version": "1.0.0"}}

    def faults(self, installed, package=None):
        return list(check_lock.differences(package or self.PACKAGE, self.LOCK, installed))

    def test_takes_what_the_lock_names(self):
        self.assertEqual(self.faults({"node_modules/a": self.LOCK["node_modules/a"]}), [])

    def test_refuses_another_version_another_hash_and_a_stranger(self):
        for found in ({"node_modules/a": {"version": "1.0.1", "integrity": "sha512-a"}},
                      {"node_modules/a": {"version": "1.0.0", "integrity": "sha512-b"}},
                      {"node_modules/a": {"version": "1.0.0"}},
                      {"node_modules/b": {"version": "1.0.0", "integrity": "sha512-b"}}):
            self.assertEqual(len(self.faults(found)), 1, found)

    def test_refuses_a_package_json_the_lock_does_not_know(self):
        self.assertEqual(len(self.faults({}, {"dependencies": {"a": "1.1.0"}})), 1)


class Sizes(unittest.TestCase):
    def faults(self, name, text):
        judged = check_sizes.Gate()
        judged.file(name, text.splitlines())
        judged.cpp(name, text, text.splitlines())
        return judged

    def test_refuses_long_files_lines_and_functions(self):
        self.assertEqual(len(self.faults("src/a/a.cc", "int a;\n" * 501).faults), 1)
        self.assertEqual(self.faults("src/a/a_test.cc", "int a;\n" * 501).faults, [])
        self.assertEqual(len(self.faults("src/a/a.h", "int a;\n" * 151).faults), 1)
        self.assertEqual(len(self.faults("src/a/a.cc", "// " + "x" * 98).faults), 1)
        self.assertEqual(len(self.faults("a.cc", "void f() {\n" + "g();\n" * 69 + "}\n").faults), 1)

    def test_refuses_five_parameters_unless_they_override(self):
        self.assertEqual(len(self.faults("a.cc", "int f(A a, B b, C c, D d, E e) {}\n").faults), 1)
        self.assertEqual(
            self.faults("a.cc", "struct F : G { int f(A a, B b, C c, D d, E e) override {} };\n")
            .faults, [])

    def test_lists_what_was_asked_for(self):
        judged = self.faults("a.cc", "// size: a table\nint f(A a, B b, C c, D d, E e) {}\n")
        self.assertEqual((len(judged.faults), len(judged.exceptions)), (0, 1))

    def test_refuses_high_classes(self):
        texts = ["struct A {};", "struct B : public A {};", "struct C : public B {};"]
        self.assertEqual(list(check_sizes.class_height_faults(texts)), [])
        texts.append("struct D : public C {};")
        self.assertEqual(len(list(check_sizes.class_height_faults(texts))), 1)


class Words(unittest.TestCase):
    def test_refuses_machine_paths_and_things_left_undone(self):
        for text in ("/ro" + "ot/x", "// TO" + "DO: later", "raise Not" + "ImplementedError"):
            self.assertEqual(len(list(check_words.faults_of("src/a/a.cc", text))), 1, text)
        self.assertEqual(list(check_words.faults_of("src/a/a.cc", "the roots of it")), [])

    def test_refuses_sleeping_tests(self):
        text = "time.sl" + "eep(1)"
        self.assertEqual(len(list(check_words.faults_of("tests/flow/a_test.py", text))), 1)
        self.assertEqual(list(check_words.faults_of("tools/a.py", text)), [])


class Counting(unittest.TestCase):
    def test_adds_up_all_reports_of_a_log(self):
        text = ("[  PASSED  ] 12 tests.\n1: [  PASSED  ] 3 tests.\n"
                "[  FAILED  ] 2 tests, listed below:\n")
        self.assertEqual(gate.counted(text), (15, 2))
        text = "Ran 9 tests in 1.2s\n\nFAILED (failures=1, errors=2, skipped=1)\n"
        self.assertEqual(gate.counted(text), (5, 3))
        self.assertEqual(gate.counted("      Tests  41 passed (41)\n  7 passed (3.1s)\n"), (48, 0))


if __name__ == "__main__":
    unittest.main()
