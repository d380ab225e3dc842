#!/usr/bin/env python3
"""Every gate and test, cheap ones first: `make test`. One line a gate, a summary at the end.

run_tests.py [--stage STAGE] [GATE…]   only one stage (gates, unit, flow, fuzz, web, bench), or
                                       only the gates named and what they need
What a gate said is kept in build/test-logs/<gate>.log; of a failed one the end is shown.
"""
import argparse
import os
import sys
import threading
import time

from gate import Gate, Outcome, run
from sources import ROOT

PYTHON = sys.executable
JOBS = os.environ.get("BAS_JOBS", str(os.cpu_count()))
SANITIZERS = {
    "ASAN_OPTIONS": "detect_stack_use_after_return=1:strict_string_checks=1",
    "LSAN_OPTIONS": f"suppressions={ROOT}/tools/lsan.supp:print_suppressions=0",
    "UBSAN_OPTIONS": "print_stacktrace=1:halt_on_error=1",
    "TSAN_OPTIONS": f"suppressions={ROOT}/tools/tsan.supp:halt_on_error=1",
}
# Folders whose code runs on several threads: they are also tested under the thread sanitizer.
# Not store_rocks: it has no state of its own, and RocksDB, which is not built for the sanitizer,
# hands its buffers from thread to thread out of its sight.
THREADED = ("base", "net", "vault", "blobs_fs", "flow")


def tool(name, *arguments):
    return [PYTHON, f"tools/{name}", *arguments]


def script(text):
    return ["bash", "-euo", "pipefail", "-c", text]


def cmake_build(preset, *targets):
    """Configures when needed and builds; ninja itself decides that nothing is to do."""
    return script(f"[ -f build/{preset}/build.ninja ] || cmake --preset {preset}\n"
                  f"ninja -j{JOBS} -C build/{preset} {' '.join(targets)}")


def has_test(folder):
    return any((ROOT / "src" / folder).glob("*_test.cc"))


def threaded_tests():
    return [f"{folder}_test" for folder in THREADED if has_test(folder)]


def cheap_gates():
    yield Gate("format", tool("check_format.py"), "gates")
    yield Gate("floors", tool("check_floors.py"), "gates")
    yield Gate("sizes", tool("check_sizes.py"), "gates")
    yield Gate("words", tool("check_words.py"), "gates")
    yield Gate("docs", tool("check_docs.py"), "gates")
    yield Gate("errors drift", tool("generate_errors.py", "--check"), "gates")
    yield Gate("openapi", tool("check_openapi.py"), "gates")
    yield Gate("tools", [PYTHON, "-m", "unittest", "discover", "-s", "tools", "-p", "*_test.py"],
               "gates")


def web_gates():
    yield Gate("web check", ["web/build.sh", "check"], "web")
    yield Gate("web build", ["web/build.sh", "build"], "web")


def built_gates():
    yield Gate("names", tool("check_tidy.py"), "unit")
    yield Gate("asan build", cmake_build("asan"), "unit")
    yield Gate("unit tests", ["ctest", "--test-dir", "build/asan", "-V", f"-j{JOBS}"], "unit",
               needs=("asan build",), also=SANITIZERS)
    tests = threaded_tests()
    yield Gate("tsan build", cmake_build("tsan", *tests), "unit")
    yield Gate("tsan tests", script("\n".join(f"build/tsan/src/{name[:-5]}/{name}"
                                              for name in tests)),
               "unit", needs=("tsan build",), also=SANITIZERS)
    yield Gate("release build", cmake_build("release", "bas"), "flow")
    yield Gate("flow tests", tool("run_flow.py"), "flow", needs=("release build",))
    yield Gate("fuzz", tool("run_fuzz.py"), "fuzz", needs=("asan build",), also=SANITIZERS)
    yield Gate("benches", ["tools/bench.sh", "--tiny"], "bench", needs=("release build",))
    yield Gate("e2e", ["web/build.sh", "e2e"], "web", needs=("release build", "web build"))


class Report:
    """Prints one line a gate and adds up. Threads: any."""

    def __init__(self):
        self.outcomes, self.lock = {}, threading.Lock()

    def add(self, gate, outcome):
        with self.lock:
            self.outcomes[gate.name] = outcome
            tests = outcome.passed + outcome.failed
            verdict = "ok" if outcome.failed == 0 else "FAILED"
            count = f"{tests} tests" if tests > 1 else ""
            print(f"{verdict:<7} {gate.name:<15} {outcome.seconds:7.1f} s  {count}", flush=True)
            for line in outcome.tail if outcome.failed else ():
                print(f"        | {line}", flush=True)

    def has_passed(self, name):
        return name in self.outcomes and self.outcomes[name].failed == 0


def run_in_order(gates, report):
    for gate in gates:
        lacking = [name for name in gate.needs if not report.has_passed(name)]
        if lacking:
            report.add(gate, Outcome(0, 1, 0.0, [f"not run: {', '.join(lacking)} did not pass"]))
        else:
            report.add(gate, run(gate))


def chosen(gates, stage, names):
    """The gates of a stage or of these names, with all they need."""
    if not stage and not names:
        return gates
    wanted = {gate.name for gate in gates if gate.stage == stage or gate.name in names}
    for gate in reversed(gates):
        if gate.name in wanted:
            wanted.update(gate.needs)
    return [gate for gate in gates if gate.name in wanted]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--stage", choices=["gates", "unit", "flow", "fuzz", "web", "bench"])
    parser.add_argument("names", nargs="*", metavar="GATE")
    asked = parser.parse_args()
    cheap, web, built = list(cheap_gates()), list(web_gates()), list(built_gates())
    gates = chosen(cheap + web + built, asked.stage, asked.names)
    report, began = Report(), time.monotonic()
    run_in_order([gate for gate in gates if gate in cheap], report)
    # The web's checks wait on one thread; beside the compilers they cost little time.
    beside = threading.Thread(
        target=run_in_order, args=([gate for gate in gates if gate in web], report))
    beside.start()
    built_now = [gate for gate in gates if gate in built]
    last = [gate for gate in built_now if "web build" in gate.needs]
    run_in_order([gate for gate in built_now if gate not in last], report)
    beside.join()
    run_in_order(last, report)
    passed = sum(outcome.passed for outcome in report.outcomes.values())
    failed = sum(outcome.failed for outcome in report.outcomes.values())
    minutes, seconds = divmod(int(time.monotonic() - began), 60)
    print(f"took {minutes} min {seconds} s")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
