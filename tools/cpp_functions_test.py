"""What the function finder must see, and what it must not take for a function."""
import unittest

from cpp_functions import functions_in


def found(text):
    return [(f.name, f.lines, f.parameters, f.nesting) for f in functions_in(text)]


class FindsFunctions(unittest.TestCase):
    def test_counts_lines_from_head_to_closing_brace(self):
        self.assertEqual(found("int f(int a,\n      int b) {\n  return a;\n}\n"), [("f", 4, 2, 0)])

    def test_sees_through_namespaces_classes_and_access_words(self):
        text = "namespace a {\nclass B {\n public:\n  int c() const { return 1; }\n};\n}\n"
        self.assertEqual(found(text), [("c", 1, 0, 0)])

    def test_takes_member_initialisers_for_part_of_the_constructor(self):
        text = "A::A(int x, int y) noexcept\n    : x_{x}, y_(y), z_{1, 2} {\n  run();\n}\n"
        self.assertEqual(found(text), [("A::A", 4, 2, 0)])

    def test_takes_no_table_for_a_function(self):
        text = "constexpr std::array<int, 2> kTable{{\n  {1, 2},\n}};\nint kOther = {3};\n"
        self.assertEqual(found(text), [])

    def test_counts_parameters_with_templates_and_defaults(self):
        text = "void f(std::map<int, int> a, std::function<void(int, int)> b, S c = S{1, 2}) {}\n"
        self.assertEqual(found(text), [("f", 1, 3, 0)])

    def test_sees_trailing_return_types(self):
        self.assertEqual(found("auto f(int a) -> std::pair<int, int> { return {a, a}; }\n"),
                         [("f", 1, 1, 0)])

    def test_ignores_braces_in_texts_and_comments(self):
        text = 'int f() {\n  // }\n  auto s = "}" R"x(})x";\n  char c = \'}\';\n  return 1;\n}\n'
        self.assertEqual(found(text), [("f", 6, 0, 0)])


class MeasuresNesting(unittest.TestCase):
    def test_counts_control_blocks(self):
        text = "void f() {\n for (;;) {\n  if (a) {\n   while (b) {\n   }\n  }\n }\n}\n"
        self.assertEqual(found(text), [("f", 8, 0, 3)])

    def test_a_lambda_counts_anew(self):
        text = "void f() {\n if (a) {\n  g([&](int x) {\n   if (x) {\n   }\n  });\n }\n}\n"
        self.assertEqual(found(text)[0][3], 1)

    def test_a_plain_block_or_list_is_no_nesting(self):
        self.assertEqual(found("void f() {\n  {\n    A a{1};\n  }\n}\n")[0][3], 0)


if __name__ == "__main__":
    unittest.main()
