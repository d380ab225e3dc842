# Every target does its own set-up and needs nothing but a Debian 12 with git and make.
BAS_LISTEN ?= 127.0.0.1:8080

.PHONY: help run test bench setup build gates format
.DEFAULT_GOAL := help

help:
	@echo 'make run      build, then the demo province on http://$(BAS_LISTEN)'
	@echo 'make test     every gate and every test'
	@echo 'make bench    the benchmarks'
	@echo 'make build    only build: build/release/bas and the web'
	@echo 'make gates    only the cheap gates: format, floors, sizes, words, docs, drift'
	@echo 'make format   let clang-format put the sources in order'
	@echo 'make setup    only install what is missing'

setup:
	@tools/setup.sh

build: setup
	@tools/build.sh

run: build
	@exec build/release/bas demo --listen $(BAS_LISTEN)

test: setup
	@/usr/bin/python3 tools/run_tests.py

gates: setup
	@/usr/bin/python3 tools/run_tests.py --stage gates

bench: setup
	@tools/bench.sh

format: setup
	@/usr/bin/python3 tools/check_format.py --fix
