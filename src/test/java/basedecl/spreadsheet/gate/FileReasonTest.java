package basedecl.spreadsheet.gate;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.finding.Finding;
import basedecl.finding.FindingText;
import basedecl.message.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FileReasonTest {

  @ParameterizedTest
  @EnumSource(FileReason.class)
  void everyReasonToRefuseAFileReadsWhole(FileReason reason) {
    Finding finding = reason.refusal().finding();
    for (Language language : Language.values()) {
      assertThat(FindingText.sentence(finding, language)).doesNotContain("{", "}");
    }
  }
}
