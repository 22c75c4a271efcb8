package basedecl.person;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.cell.CellValue;
import basedecl.declaration.row.Rows;
import basedecl.finding.FindingWords;
import basedecl.rules.RuleCase;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class IdNumberTest {

  private static final LocalDate BUSINESS_DATE = LocalDate.of(2024, 1, 26);

  @TestFactory
  Stream<DynamicTest> identityNumbersReadAsTheCasesSay() {
    return RuleCase.tests(
        "ids.yaml",
        rule ->
            assertThat(read(rule))
                .isEqualTo(
                    rule.containsKey("reads")
                        ? rule.get("reads")
                        : "refused " + rule.get("refused")));
  }

  private static String read(Map<String, String> rule) {
    IdReading reading =
        IdNumber.read(
            Rows.cell(rule.getOrDefault("kind", "")),
            Rows.cell(rule.getOrDefault("number", "")),
            BUSINESS_DATE);
    if (reading instanceof IdReading.Read read) {
      return read.number().whole() + " " + read.kind();
    }
    return ((IdReading.Refused) reading)
        .faults().stream()
            .map(
                fault ->
                    "refused "
                        + fault.code()
                        + FindingWords.of(fault.reason(), fault.arguments()).stream()
                            .limit(1)
                            .map(a -> " " + a)
                            .collect(Collectors.joining()))
            .collect(Collectors.joining(", "));
  }

  @Test
  void theOldAndTheNewNumberAreTheSamePerson() {
    IdReading old = read("110105491231002");
    assertThat(old).isEqualTo(read("11010519491231002X"));
  }

  @Test
  void aNumberInTextIsMasked() {
    assertThat(new IdNumber("370702199001010012")).hasToString("370*************12");
  }

  private static IdReading read(String number) {
    return IdNumber.read(CellValue.Blank.BLANK, new CellValue.Text(number), BUSINESS_DATE);
  }
}
