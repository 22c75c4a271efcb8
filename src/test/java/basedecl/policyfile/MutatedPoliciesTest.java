package basedecl.policyfile;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.message.Language;
import basedecl.message.RefusedException;
import basedecl.policy.AgencyDirectory;
import basedecl.policy.NationalRules;
import basedecl.policy.rule.Citation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is typed into a policy file, it is read or refused in words, never anything else. */
class MutatedPoliciesTest {

  private static final String TYPED = "{}[]:,-#&*!|>'\"%@`?\t\n 0aZ.\u0000\u6f4d";
  private static final AgencyDirectory WEIFANG =
      new AgencyDirectory("weifang", List.of(), Optional.empty(), new Citation("例"));
  private static final int MUTANTS = 2000;

  @Test
  void everyMutantOfAPolicyIsReadOrRefusedInASentence() throws IOException {
    String text = Files.readString(Path.of("src/test/resources/rules/policy-with-everything.yaml"));
    Random random = new Random(20240125);
    int refused = 0;
    for (int i = 0; i < MUTANTS; i++) {
      refused += isRefused(mutant(text, random)) ? 1 : 0;
    }
    assertThat(refused).isBetween(MUTANTS / 2, MUTANTS - 1);
  }

  private static String mutant(String text, Random random) {
    StringBuilder mutant = new StringBuilder(text);
    for (int i = 0; i <= random.nextInt(3); i++) {
      int at = random.nextInt(mutant.length());
      char typed = TYPED.charAt(random.nextInt(TYPED.length()));
      switch (random.nextInt(4)) {
        case 0 -> mutant.insert(at, typed);
        case 1 -> mutant.setCharAt(at, typed);
        case 2 -> mutant.delete(at, Math.min(mutant.length(), at + 1 + random.nextInt(30)));
        default -> mutant.setLength(Math.max(1, at));
      }
    }
    return mutant.toString();
  }

  private static boolean isRefused(String text) {
    NationalRules national = new NationalRules(List.of(), List.of(), List.of(), Map.of());
    try {
      SourceFile file =
          SourceFile.of("policy-with-everything.yaml", text.getBytes(StandardCharsets.UTF_8));
      new PolicyReader(
              national,
              region -> region.equals("weifang") ? Optional.of(WEIFANG) : Optional.empty())
          .read(file);
      return false;
    } catch (RefusedException e) {
      assertThat(e.text().in(Language.EN))
          .startsWith("policy-with-everything.yaml")
          .doesNotContain("{0}", "null");
      return true;
    }
  }
}
