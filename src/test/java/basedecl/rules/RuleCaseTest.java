package basedecl.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleCaseTest {

  /** Files about policies as files; the others hold rules. */
  private static final List<String> NO_RULES =
      List.of("policy-refusals.yaml", "policy-with-everything.yaml");

  @Test
  void everyRuleCaseNamesTheClauseItProves() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/rules"))) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> !NO_RULES.contains(name))
                  .flatMap(RuleCase::of))
          .hasSizeGreaterThan(100)
          .allSatisfy(rule -> assertThat(rule.get("clause")).as(rule.toString()).isNotBlank());
    }
  }
}
