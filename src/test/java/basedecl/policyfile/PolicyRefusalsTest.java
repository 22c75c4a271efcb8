package basedecl.policyfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import basedecl.message.Language;
import basedecl.message.RefusedException;
import basedecl.rules.RuleCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyRefusalsTest {

  static Stream<RuleCase> refusals() {
    return RuleCase.of("policy-refusals.yaml");
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void isRefusedInBothLanguagesWithFileLineAndWord(RuleCase refusal, @TempDir Path folder)
      throws IOException {
    Path file = folder.resolve(refusal.get("file", "x-employee-medical.yaml"));
    Files.createDirectories(file.getParent());
    Files.writeString(file, refusal.get("text"));
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> PolicyFiles.load(Optional.of(folder)))
        .satisfies(
            refused -> {
              assertThat(said(refused, Language.EN, folder)).isEqualTo(refusal.get("en"));
              assertThat(said(refused, Language.ZH, folder)).isEqualTo(refusal.get("zh"));
            });
  }

  private static String said(RefusedException refused, Language language, Path folder) {
    return refused.text().in(language).replace(folder + "/", "");
  }
}
