"""Finds the functions of a C++ file by its braces: where they stand, how long, how deep.

No compiler: comments, texts and preprocessor lines are blanked, then every opening brace is judged
by the words before it. Good for code that clang-format has put in order.
"""
import re
from dataclasses import dataclass

BLANKED = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"([^()\\\s]{0,16})\(.*?\)\1"|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'|^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", re.S | re.M)
NAMESPACE = re.compile(r'\bnamespace\b|\bextern\s+""?\s*$|\bextern\s*$')
TYPE = re.compile(r"^(?:template\s*<.*>\s*)?(?:typedef\s+)?(?:class|struct|union|enum)\b", re.S)
CONTROL = re.compile(r"^(?:\}?\s*else\b|if\b|for\b|while\b|switch\b|do\b|try\b|catch\b)")
LAMBDA = re.compile(
    r"\[[^\[\]]*\]\s*(?:\(.*\))?\s*(?:mutable|noexcept|constexpr|\s)*(?:->.*)?$", re.S)
QUALIFIERS = re.compile(
    r"(?:\bconst|\boverride|\bfinal|\bnoexcept|\bmutable|\btry|\bvolatile|&&?|\s)+$")
TRAILING = re.compile(r"\)\s*(?:const|noexcept|mutable|\s)*->[^;{}]*$")
ACCESS = re.compile(r"^(?:\s*(?:public|private|protected)\s*:)+")
NAME = re.compile(r"((?:[\w~]+\s*::\s*)*(?:operator\s*\S{1,3}|[\w~]+))\s*$")


@dataclass
class Function:
    """Lines are counted from 1 and include head and closing brace."""
    name: str
    first_line: int
    last_line: int
    parameters: int
    nesting: int
    is_override: bool

    @property
    def lines(self):
        return self.last_line - self.first_line + 1


def blanked(text):
    """The same text, same line breaks, with comments, texts and preprocessor lines as blanks."""
    return BLANKED.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def matching(code, at, opening="{", closing="}"):
    """The place of the brace that closes the one at `at`."""
    depth = 0
    for place in range(at, len(code)):
        depth += (code[place] == opening) - (code[place] == closing)
        if depth == 0:
            return place
    return len(code) - 1


def without_initialisers(head):
    """A constructor's head without its member initialisers."""
    depth = 0
    for place, char in enumerate(head):
        depth += (char in "(<[{") - (char in ")>]}" and head[place - 1] != "-")
        if char == ":" and depth <= 0 and "::" not in head[max(0, place - 1):place + 2] and \
                head[:place].rstrip().endswith((")", "noexcept")):
            return head[:place]
    return head


def parameter_list(head):
    """(text before the parameters, the parameters), or None when `head` is not a function's."""
    head = without_initialisers(head).rstrip()
    if match := TRAILING.search(head):
        head = head[:match.start() + 1]
    head = QUALIFIERS.sub("", head)
    if head.endswith(")") and (match := re.search(r"\bnoexcept\s*\([^()]*\)$", head)):
        head = QUALIFIERS.sub("", head[:match.start()])
    if not head.endswith(")"):
        return None
    depth = 0
    for place in range(len(head) - 1, -1, -1):
        depth += (head[place] == ")") - (head[place] == "(")
        if depth == 0:
            return head[:place].rstrip(), head[place + 1:-1]
    return None


def count_parameters(parameters):
    if not parameters.strip() or parameters.strip() == "void":
        return 0
    depth, count = 0, 1
    for place, char in enumerate(parameters):
        depth += char in "(<[{"
        depth -= char in ")]}" or (char == ">" and parameters[place - 1] != "-")
        count += char == "," and depth == 0
    return count


def head_before(code, at, start):
    """The words between the last `;`, `{` or `}` (outside parentheses) and the brace at `at`."""
    depth = 0
    for place in range(at - 1, start - 1, -1):
        char = code[place]
        depth += (char in ")]") - (char in "([")
        if depth < 0 or (depth == 0 and char in ";{}"):
            return place + 1
    return start


def nesting_of(code, first, last):
    """The deepest nesting of control blocks between two braces; a lambda's body counts anew."""
    deepest, stack, place = 0, [0], first + 1
    while place < last:
        char = code[place]
        if char == "{":
            head = code[head_before(code, place, first + 1):place].strip()
            head = re.sub(r"^(?:case [^:]*|default|\w+(?= *:[^:])) *: *", "", head)
            if LAMBDA.search(head):
                stack.append(0)
            else:
                stack.append(stack[-1] + bool(CONTROL.match(head)))
            deepest = max(deepest, stack[-1])
        elif char == "}" and len(stack) > 1:
            stack.pop()
        place += 1
    return deepest


def function_at(code, begin, place):
    """The function whose head begins at `begin` and whose body opens at `place`, or None."""
    head = code[begin:place]
    words = ACCESS.sub("", head).strip()
    signature = parameter_list(words)
    if signature is None or words.endswith("="):
        return None
    before, parameters = signature
    name = NAME.search(before)
    end = matching(code, place)
    return Function(name=name[1] if name else "?",
                    first_line=code.count("\n", 0, place - len(head) + head.find(words)) + 1,
                    last_line=code.count("\n", 0, end) + 1,
                    parameters=count_parameters(parameters),
                    nesting=nesting_of(code, place, end),
                    is_override=bool(re.search(r"\boverride\b", words)))


def functions_in(text):
    """Every function body of a file, in order."""
    code = blanked(text)
    found, place, start, constructor = [], 0, 0, None
    while (place := code.find("{", place)) >= 0:
        begin = head_before(code, place, start) if constructor is None else constructor
        if begin > 0 and code[begin - 1] in "([":  # a value among arguments
            place = matching(code, place) + 1
            continue
        words = ACCESS.sub("", code[begin:place]).strip()
        if NAMESPACE.search(words) or (TYPE.match(words) and not words.endswith(")")):
            place = start = place + 1
            continue
        end = matching(code, place)
        following = code[end + 1:].lstrip()[:1]
        is_member = following in (",", "{") and without_initialisers(words) != words
        if is_member:  # the body of the constructor is still to come
            place, constructor = end + 1, begin
            continue
        if function := function_at(code, begin, place):
            found.append(function)
        place = start = end + 1
        constructor = None
    return found
