.DEFAULT_GOAL := help
.PHONY: help build run test test-faults samples format clean-run clean mariadb

# Java 17 cannot name a file 申报.xlsx under LANG=C, as cron and containers have it.
export LC_ALL := C.UTF-8

MVN := mvn -B -ntp
JAR := target/base-declaration.jar
SOURCES := pom.xml $(shell find src/main -type f 2>/dev/null)

help: ## Show what make can do (the default)
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

build: $(JAR) ## Make the executable target/base-declaration.jar

run: $(JAR) ## Run the sample night on a fresh copy of samples/inbox; the ledger in var/ stays, so a second run says DUPLICATE
	@rm -rf var/inbox && mkdir -p var && cp -R samples/inbox var/inbox
	@find var/inbox -type f -exec touch -d '2024-01-25 17:00:00' {} +
	java -jar $(JAR) run jobs/declaration.yaml --set inbox=var/inbox

test: mariadb ## Run every test; installs mariadb-server-core where there is no MariaDB
	$(MVN) test

test-faults: mariadb ## Kill nights and jobs at every point and at random moments, on H2 and MariaDB (about an hour)
	$(MVN) test -Dtest='Killed*,DisturbedNights*' -Dbasedecl.faults=sweep

samples: ## Make samples/ again from its generator
	$(MVN) -q -Dtest=SampleInboxTest -Dbasedecl.samples.write=true test

format: ## Format the Java sources (the build refuses unformatted ones)
	$(MVN) -q spotless:apply

clean-run: ## Forget the sample nights: ledger, archive and outputs in var/
	rm -rf var

clean: clean-run ## Remove everything that was built or run
	rm -rf target

$(JAR): $(SOURCES)
	$(MVN) -q -Dmaven.test.skip=true package
	@touch $(JAR)

mariadb:
	@command -v mariadbd >/dev/null || [ -x /usr/sbin/mariadbd ] || [ -n "$$BASEDECL_TEST_MARIADB" ] || { \
	  sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  echo "Installing mariadb-server-core for the tests ..."; \
	  { $$sudo apt-get update -qq && \
	    $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends mariadb-server-core; } >/dev/null || { \
	  echo "make test: cannot install mariadb-server-core; install it by hand, or name a server: BASEDECL_TEST_MARIADB='jdbc:mariadb://host:3306/?user=...&password=...' make test" >&2; exit 1; }; }
