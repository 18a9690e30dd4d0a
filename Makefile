# Harta: every way to build, run and judge the program. `make help` lists them.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --no-builtin-rules --no-print-directory
.DEFAULT_GOAL := help
.NOTPARALLEL:

# One set of flags for every step: all of them then share one build cache.
export GOFLAGS := -trimpath -buildvcs=false -tags=migrated_fynedo,no_emoji,no_animations
export CGO_ENABLED := 0
# Opens the demo office that `run`, `story` and `killloop` found; guards nothing else.
export HARTA_PASSWORD ?= demo-office-2026

REGISTER ?=
ROUNDS ?= 1000
FUZZTIME ?= 60s

step := scripts/step.sh
lint := build/bin/golangci-lint
# The tools are built once for each Go, because they read what that Go's compiler writes.
tools := build/bin/$(shell go env GOVERSION 2>/dev/null)

.PHONY: help
help: ## какво може да се поиска
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: run
run: deps-run harta desktop ## прозорецът с учебното деловодство; без екран – денят на деловодителя по клавиатура, с картини в out/
	@scripts/run.sh

.PHONY: tour
tour: harta ## историята в терминала: писма, справка и обобщение в out/ (REGISTER=файл.csv за собствен регистър)
	@scripts/tour.sh "$(REGISTER)"

.PHONY: test
test: deps-test lint vet unit race story killtest gallery window ## всички проверки: слоеве, тестове, надпревари, историята, внезапни спирания, екраните и прозорецът

.PHONY: check
check: lint vet race ## проверките преди всеки запис в хранилището

.PHONY: lint lint-linux lint-windows deadcode
lint: lint-linux lint-windows deadcode ## правилата за кода и за слоевете, за Linux и за Windows; недостижим код
# The window is read with its driver, which needs cgo: for Windows, with the compiler that builds it.
lint-linux: $(tools) deps-lint
	@GOOS=linux CGO_ENABLED=1 $(step) "Слоеве и правила за кода (Linux)" $(lint) run ./...
lint-windows: $(tools) deps-lint
	@GOOS=windows GOARCH=amd64 CGO_ENABLED=1 CC=x86_64-w64-mingw32-gcc $(step) "Слоеве и правила за кода (Windows)" $(lint) run ./...
deadcode: $(tools) deps-lint
	@$(step) "Недостижим код" scripts/deadcode.sh

.PHONY: fmt
fmt: $(tools) ## подрежда кода
	@$(lint) fmt ./...

.PHONY: vet
vet: deps-lint ## go vet
	@CGO_ENABLED=1 $(step) "go vet" go vet ./...

.PHONY: unit
unit: ## тестовете и началните примери на fuzz
	@$(step) "Тестове и примери на fuzz" go test ./...

.PHONY: race
race: ## тестовете с търсене на надпревари
	@CGO_ENABLED=1 $(step) "Тестове с -race" go test -race ./internal/...

.PHONY: story
story: harta ## историята във временна папка; проверява всяко писмо и всяка таблица
	@$(step) "Историята: писма и таблици" scripts/story.sh

.PHONY: gallery
gallery: harta ## всеки екран в out/gallery/, в трите теми
	@$(step) "Екраните в картини" scripts/gallery.sh out/gallery

.PHONY: window
window: harta desktop ## денят на деловодителя в истинския прозорец, само с клавиатура
	@$(step) "Прозорецът по клавиатура" scripts/window.sh out/window

.PHONY: killtest
killtest: harta
	@$(step) "200 внезапни спирания" scripts/killloop.sh 200

.PHONY: killloop
killloop: harta ## внезапни спирания, ROUNDS=1000
	@$(step) "$(ROUNDS) внезапни спирания" scripts/killloop.sh $(ROUNDS)

.PHONY: fuzz
fuzz: ## всяка цел на fuzz поред, FUZZTIME=60s или 5000000x
	@$(step) "Fuzz, $(FUZZTIME) на цел" scripts/fuzz.sh $(FUZZTIME)

.PHONY: bench
bench: deps-run ## измерванията, и на прозореца; остават в out/bench.txt
	@$(step) "Измервания" scripts/bench.sh

.PHONY: vuln
vuln: $(tools) ## известни уязвимости в библиотеките (иска мрежа)
	@$(step) "Известни уязвимости" build/bin/govulncheck ./...

.PHONY: windows
windows: ## build/harta.exe и build/harta-desktop.exe за Windows
	@scripts/deps.sh windows
	@$(step) "build/harta.exe и build/harta-desktop.exe" scripts/windows.sh

.PHONY: clean
clean: ## изтрива build/ и out/
	@rm -rf build out

.PHONY: harta
harta:
	@$(step) "build/harta" go build -o build/harta ./cmd/harta

# The window alone needs cgo, and minutes for its first build; everything else builds without.
.PHONY: desktop
desktop:
	@CGO_ENABLED=1 $(step) "build/harta-desktop (първия път няколко минути)" go build -o build/harta-desktop ./cmd/harta-desktop

.PHONY: deps-run deps-lint deps-test
deps-run:
	@scripts/deps.sh run
deps-lint:
	@scripts/deps.sh lint
deps-test:
	@scripts/deps.sh test

$(tools): tools/go.mod tools/go.sum
	@GOBIN=$(CURDIR)/build/bin $(step) "Инструменти за проверка (веднъж, няколко минути)" go install -C tools tool
	@touch $@
