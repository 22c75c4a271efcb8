.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help build reproducible run year desk test coverage test-fast test-faults bench bench-data bench-submissions bench-answers bench-desk bench-pages bench-page samples guide licences format clean-run clean mariadb browser wrk

# Java 17 cannot name a file 申报.xlsx under LANG=C, as cron and containers have it.
export LC_ALL := C.UTF-8

MVN := mvn -B -ntp
JAR := target/base-declaration.jar
APP := target/app
# By its whole path, which an archive of classes remembers: it then serves from whatever folder a command is called.
PROGRAM := '$(CURDIR)/$(APP)/base-declaration.jar'
JAVA := $(if $(JAVA_HOME),$(JAVA_HOME)/bin/java,java)
# Java 25 makes an ahead-of-time cache in one run, older ones an archive of classes.
LAYOUT := $(if $(findstring AOTCacheOutput,$(shell $(JAVA) -XX:+PrintFlagsFinal -version 2>/dev/null)),aot,jsa)
LAY_OUT := -XX:$(if $(filter aot,$(LAYOUT)),AOTCacheOutput,ArchiveClassesAtExit)
ARCHIVE := $(APP)/base-declaration.$(LAYOUT)
DESK_ARCHIVE := $(APP)/base-declaration-desk.$(LAYOUT)
SOURCES := pom.xml $(shell find src/main -type f 2>/dev/null)

# The sample centre of make desk: a night over the samples and one account of every role.
DESK         := var/desk
DESK_LEDGER  := --set database=jdbc:h2:file:./$(DESK)/ledger
DESK_ACCOUNT := bin/base-declaration account add

# What the benchmarks are made of: the product's own classes and libraries, and src/test/java/basedecl/bench.
PEOPLE    ?= 1000000
EMPLOYERS ?= 10000
SEED      ?= 42
SHAPE     ?= many
DATABASE  ?= both
PARTS     ?= product peer floor second one
FOLDER    ?= target/bench/data
BENCH         := target/bench/classes/made
BENCH_APP     := target/bench/app/BOOT-INF
BENCH_SOURCES := $(filter-out %Test.java,$(wildcard src/test/java/basedecl/bench/*.java)) src/test/java/basedecl/testing/MariaDbProcess.java \
  src/test/java/basedecl/desk/DeskUnderTest.java src/test/java/basedecl/desk/Visitor.java
BENCH_JAVA    := java -cp 'target/bench/classes:$(BENCH_APP)/classes:$(BENCH_APP)/lib/*'

help: ## Show what make can do (the default)
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

build: $(ARCHIVE) $(DESK_ARCHIVE) ## Make target/base-declaration.jar, and what bin/base-declaration starts fast from

reproducible: ## Build the jar twice, in two folders, and show that both have one digest
	@rm -rf target/reproducible
	@for each in one two; do \
	  mkdir -p target/reproducible/$$each/src && cp pom.xml target/reproducible/$$each && cp -R src/main target/reproducible/$$each/src && \
	  $(MVN) -q -f target/reproducible/$$each/pom.xml -Dmaven.test.skip=true package || exit 1; done
	@cd target/reproducible && sha256sum one/$(JAR) two/$(JAR) && cmp one/$(JAR) two/$(JAR) && echo "Two builds, one digest."

run: $(ARCHIVE) ## Run the sample night on a fresh copy of samples/inbox; the ledger in var/ stays, so a second run says DUPLICATE
	@rm -rf var/inbox && mkdir -p var && cp -R samples/inbox var/inbox
	@find var/inbox -type f -exec touch -d '2024-01-25 17:00:00' {} +
	bin/base-declaration run jobs/declaration.yaml --set inbox=var/inbox

year: $(ARCHIVE) ## Run a sample city's year, month by month, into var/year: samples/year/run.sh, begun anew each time
	@sh samples/year/run.sh

desk: $(DESK_ARCHIVE) $(DESK)/accounts.txt ## Serve a sample centre on http://127.0.0.1:8480 and print its accounts; what is done there stays in var/desk
	@cat $(DESK)/accounts.txt
	bin/base-declaration desk jobs/desk.yaml

test: mariadb browser ## Run every test; installs mariadb-server-core and chromium where they are missing
	$(MVN) test -Djacoco.skip=true

coverage: mariadb browser ## Run every test and write what they reached to target/site/jacoco
	$(MVN) test jacoco:report

test-fast: ## Run the tests that need no database server, no browser and no whole run; under a minute
	$(MVN) test -DexcludedGroups=database,run,browser,slow -Djacoco.skip=true -Dtest.java=-XX:TieredStopAtLevel=1

test-faults: mariadb ## Kill nights, jobs and workers at every point and at random moments, cut their connections, on H2 and MariaDB (more than an hour)
	$(MVN) test -Dtest='Killed*,CutConnections*,DisturbedNights*,RemoteNights*' -Dbasedecl.faults=sweep -Dtest.timeout=14400

bench-data: $(BENCH) ## Make an inbox to measure with: PEOPLE, EMPLOYERS, SEED, FOLDER; SHAPE=one puts all into one workbook
	$(BENCH_JAVA) basedecl.bench.BenchData $(FOLDER) $(PEOPLE) $(EMPLOYERS) $(SEED) $(SHAPE)

bench: mariadb $(BENCH) ## Measure the night against floor and peer: PEOPLE, EMPLOYERS, SEED, FOLDER, DATABASE, SIZES, PARTS, PEER_PEOPLE, RUNS, WORKERS, PERCENT, TIMEOUT
	$(BENCH_JAVA) basedecl.bench.Bench people=$(PEOPLE) employers=$(EMPLOYERS) seed=$(SEED) folder=$(FOLDER) database=$(DATABASE) \
	  'sizes=$(SIZES)' 'parts=$(PARTS)' peer-people=$(PEER_PEOPLE) runs=$(RUNS) \
	  'workers=$(WORKERS)' percent=$(PERCENT) timeout=$(TIMEOUT)

bench-submissions: mariadb $(BENCH) ## Measure runs without workbooks in one process, on what bench-data made: FOLDER, DATABASE
	$(BENCH_JAVA) basedecl.bench.SubmissionBench $(FOLDER) $(DATABASE)

bench-answers: $(BENCH) ## Measure how long a sender waits for its marked workbook
	$(BENCH_JAVA) basedecl.bench.AnswerBench

bench-desk: wrk $(BENCH) $(DESK_ARCHIVE) ## Measure the desk under load on this machine: checks, pages, submissions; SECONDS each, after WARM seconds
	$(BENCH_JAVA) basedecl.bench.DeskBench 'seconds=$(SECONDS)' 'warm=$(WARM)'

bench-pages: $(BENCH) ## Measure the centre's pages on the ledger of a large city
	$(BENCH_JAVA) basedecl.bench.PagesBench

bench-page: $(BENCH) ## Put what was measured into src/docs/performance.md and its picture
	$(BENCH_JAVA) basedecl.bench.BenchPage

samples: ## Make samples/ again from its generator
	$(MVN) -q -Dtest=SampleInboxTest -Dbasedecl.samples.write=true test

guide: browser ## Write the user guide's tables, figures and pictures anew from the code
	$(MVN) -q -Dtest='GuideTablesTest,GuideFiguresTest,WholeWayTest,AccountPagesTest,AuditTest,OperatorWayTest,ReviewWayTest' -Dbasedecl.guide.write=true test

licences: ## Write the table of the libraries' licences anew from the build's list of them
	$(MVN) -q -Dtest=LicencesTest -Dbasedecl.licences.write=true test

format: ## Format the Java sources (the build refuses unformatted ones)
	$(MVN) -q spotless:apply

clean-run: ## Forget the sample nights: ledger, archive and outputs in var/
	rm -rf var

clean: clean-run ## Remove everything that was built or run
	rm -rf target

# The file "making" stands as long as the centre is half made, and only then is it begun anew.
$(DESK)/accounts.txt: | $(ARCHIVE)
	@[ ! -e $(DESK) ] || [ -e $(DESK)/making ] || { \
	  echo "make desk: $(DESK) is there, but was not made by make desk. Serve it with bin/base-declaration desk jobs/desk.yaml, or move it away." >&2; exit 1; }
	@rm -rf $(DESK) && mkdir -p $(DESK) && touch $(DESK)/making && chmod 700 $(DESK)
	@echo "Making a sample centre in $(DESK) ..."
	@cp -R samples/inbox $(DESK)/inbox && find $(DESK)/inbox -type f -exec touch -d '2024-01-24 17:00:00' {} +
	@bin/base-declaration run jobs/declaration.yaml $(DESK_LEDGER) --set inbox=$(DESK)/inbox \
	  --set work=$(DESK)/work --set output=$(DESK)/output >$(DESK)/night.log
	@rm -rf $(DESK)/inbox
	@umask 077 && { \
	  $(DESK_ACCOUNT) clerk --role clerk --employer 0370700046 --employer 0370700001 $(DESK_LEDGER) && echo && \
	  $(DESK_ACCOUNT) retirees --role clerk --employer 0370700004 $(DESK_LEDGER) && echo && \
	  $(DESK_ACCOUNT) reviewer --role reviewer $(DESK_LEDGER) && echo && \
	  $(DESK_ACCOUNT) operator --role operator $(DESK_LEDGER) && echo && \
	  $(DESK_ACCOUNT) auditor --role auditor $(DESK_LEDGER) && echo && \
	  $(DESK_ACCOUNT) person --role person --person 370700198503160021 $(DESK_LEDGER) && echo && \
	  $(DESK_ACCOUNT) admin --role administrator $(DESK_LEDGER) && echo && \
	  bin/base-declaration account letters --persons samples/flexible/persons.csv --output $(DESK)/letters.xlsx \
	    --address http://127.0.0.1:8480 $(DESK_LEDGER) && echo; } >$(DESK)/accounts.new
	@rm $(DESK)/making && mv $(DESK)/accounts.new $@

$(JAR): $(SOURCES)
	$(MVN) -q -Dmaven.test.skip=true package
	@touch $(JAR)

# Each job and each command, over the samples, shows Java which classes to lay out for the next start.
# What a command says of samples that do not go together does not matter here.
TRAINING := target/training
NIGHT    := -Xlog:disable -XX:+UseParallelGC -XX:TieredStopAtLevel=1
PLACES   := --set work=$(TRAINING)/work --set output=$(TRAINING)/output
FIRST    := run jobs/declaration.yaml --set inbox=$(TRAINING)/inbox --set database=jdbc:h2:file:./$(TRAINING)/ledger $(PLACES)
JOBS     := $(filter-out jobs/desk.yaml jobs/declaration%,$(sort $(wildcard jobs/*.yaml)))
LEDGER   := --set database=jdbc:h2:file:./$(TRAINING)/ledger
define unpacked
rm -rf $(APP) $(TRAINING) && mkdir -p $(TRAINING) && cp -R samples/inbox $(TRAINING)/inbox && \
cp -R samples/retirees/first $(TRAINING)/retirees && find $(TRAINING)/inbox $(TRAINING)/retirees -type f -exec touch -d '2024-01-25 17:00:00' {} + && \
$(JAVA) -Djarmode=tools -jar $(JAR) extract --destination $(APP) >/dev/null
endef
define COMMANDS
status $(LEDGER)
explain --employer 0370700039 $(LEDGER)
payments --person 370702199001010012 --year 2022 $(LEDGER)
certificate --person 370702199001010012 --year 2022 --output $(TRAINING)/proof.xlsx $(LEDGER)
account list $(LEDGER)
check samples/inbox/plain/2024年度缴费基数申报表.xlsx --output $(TRAINING)/answers
template --output $(TRAINING)/declaration.xlsx
policy list
policy show weifang-employee-medical --year 2024
quote --region shanxi --base 19314 --from 2023-01 --set business-date=2023-01-05
help
endef
export COMMANDS

$(APP)/base-declaration.jsa: $(JAR)
	@$(call unpacked)
	@$(JAVA) $(NIGHT) -XX:DumpLoadedClassList=$(TRAINING)/first.list -jar $(PROGRAM) $(FIRST) >/dev/null
	@for job in $(JOBS); do cp $(TRAINING)/ledger.mv.db $(TRAINING)/$$(basename $$job).mv.db; \
	  echo run $$job --set database=jdbc:h2:file:./$(TRAINING)/$$(basename $$job) $(PLACES)/$$(basename $$job) \
	    $$(grep -q ^inbox: $$job && echo --set inbox=$(TRAINING)/retirees); done >$(TRAINING)/jobs
	@{ cat $(TRAINING)/jobs; printf '%s\n' "$$COMMANDS"; } | cat -n | xargs -P 2 -L 1 sh -c 'n=$$0; \
	  $(JAVA) $(NIGHT) -XX:DumpLoadedClassList=$(TRAINING)/$$n.list -jar $(PROGRAM) "$$@" >/dev/null 2>&1 || true'
	@cat $(TRAINING)/*.list | awk '!seen[$$0]++' >$(TRAINING)/classes
	@$(JAVA) -Xlog:disable -XX:+UseParallelGC -Xshare:dump -XX:SharedClassListFile=$(TRAINING)/classes -XX:SharedArchiveFile=$@ \
	  -jar $(PROGRAM) >/dev/null
	@rm -rf $(TRAINING)
	@touch $@

$(APP)/base-declaration.aot: $(JAR)
	@$(call unpacked)
	@$(JAVA) $(NIGHT) -XX:AOTCacheOutput=$@ -jar $(PROGRAM) $(FIRST) >/dev/null
	@rm -rf $(TRAINING)
	@touch $@

# The desk has others: it starts, takes what it finds in its inbox, and stops.
$(DESK_ARCHIVE): $(ARCHIVE)
	@rm -rf $(TRAINING) && mkdir -p $(TRAINING)/work/desk/inbox
	@cp -R samples/inbox $(TRAINING)/work/desk/inbox/employees && chmod -R go= $(TRAINING)/work
	@find $(TRAINING)/work -type f -exec touch -d '2024-01-24 17:00:00' {} +
	@$(JAVA) $(LAY_OUT)=$@ -Xlog:disable -XX:+UseParallelGC \
	  -jar $(PROGRAM) desk jobs/desk.yaml --set port=0 \
	  --set work=$(TRAINING)/work --set output=$(TRAINING)/output \
	  --set database=jdbc:h2:file:./$(TRAINING)/ledger >$(TRAINING)/said & desk=$$!; \
	for each in $$(seq 600); do \
	  if grep -qs 'completed with' $(TRAINING)/work/log/*.log || ! kill -0 $$desk; then break; fi; sleep 0.1; \
	done; \
	kill $$desk; wait $$desk; test -f $@
	@rm -rf $(TRAINING)
	@touch $@

$(BENCH): $(ARCHIVE) $(BENCH_SOURCES)
	@rm -rf target/bench/app target/bench/classes && mkdir -p target/bench/app target/bench/classes
	@cd target/bench/app && jar xf ../../base-declaration.jar BOOT-INF
	@javac -nowarn -proc:none -d target/bench/classes -cp '$(BENCH_APP)/classes:$(BENCH_APP)/lib/*' $(BENCH_SOURCES)
	@touch $@

mariadb:
	@command -v mariadbd >/dev/null || [ -x /usr/sbin/mariadbd ] || [ -n "$$BASEDECL_TEST_MARIADB" ] || { \
	  sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  echo "Installing mariadb-server-core for the tests ..."; \
	  { $$sudo apt-get update -qq && \
	    $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends mariadb-server-core; } >/dev/null || { \
	  echo "make test: cannot install mariadb-server-core; install it by hand, or name a server: BASEDECL_TEST_MARIADB='jdbc:mariadb://host:3306/?user=...&password=...' make test" >&2; exit 1; }; }

browser:
	@[ -x /usr/bin/chromium ] && [ -x /usr/bin/chromedriver ] && [ -n "$$(fc-list :lang=zh 2>/dev/null)" ] || { \
	  sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  echo "Installing chromium, chromium-driver and fonts-noto-cjk for the tests ..."; \
	  { $$sudo apt-get update -qq && \
	    $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
	      chromium chromium-driver fontconfig fonts-noto-cjk; } >/dev/null || { \
	  echo "make test: cannot install chromium and chromium-driver; install them by hand" >&2; exit 1; }; }

wrk:
	@command -v wrk >/dev/null || { \
	  sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  echo "Installing wrk for the load ..."; \
	  { $$sudo apt-get update -qq && \
	    $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends wrk; } >/dev/null || { \
	  echo "make bench-desk: cannot install wrk; install it by hand" >&2; exit 1; }; }
