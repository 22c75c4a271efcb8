package basedecl.person;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.FindingText;
import basedecl.finding.Reason;
import basedecl.finding.SourceCell;
import basedecl.message.Language;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentKindTest {

  @ParameterizedTest
  @EnumSource(Language.class)
  void theRefusalOfAnUnknownKindNamesEveryKindThereIs(Language language) {
    String kinds =
        Arrays.stream(DocumentKind.values())
            .map(DocumentKind::title)
            .collect(Collectors.joining("、"));
    Finding unknown =
        Finding.of(FindingCode.ID_INVALID, "", SourceCell.WHOLE_FILE, Reason.DOCUMENT_KIND_UNKNOWN);
    assertThat(FindingText.sentence(unknown, language)).contains(kinds);
  }
}
