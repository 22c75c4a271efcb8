package basedecl.declaration.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.money.Money;
import basedecl.person.DocumentKind;
import basedecl.person.IdNumber;
import basedecl.policy.Population;
import org.junit.jupiter.api.Test;

class DeclarationNumberTest {

  private static final IdNumber ID = new IdNumber("370702199001010012");

  @Test
  void theSameLinesHaveTheSameNumberAndOtherLinesAnother() {
    assertThat(number(Population.EMPLOYEES, 2, "5000.00"))
        .matches("2024-0370700001-V2-[0-9A-F]{8}")
        .isEqualTo(number(Population.EMPLOYEES, 2, "5000.00"))
        .isNotEqualTo(number(Population.EMPLOYEES, 2, "5000.01"));
  }

  @Test
  void retireesHaveALetterOfTheirOwn() {
    assertThat(number(Population.RETIREES, 1, "5000.00")).startsWith("2024-0370700001-R1-");
  }

  private static String number(Population population, int version, String wage) {
    DeclarationNumber number =
        new DeclarationNumber("weifang-employee-medical", 2024, population, "0370700001", version);
    number.add("沈月", DocumentKind.values()[0], ID, Money.of(wage), Money.of(wage));
    return number.finish();
  }
}
