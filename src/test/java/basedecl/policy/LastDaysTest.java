package basedecl.policy;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.policy.rule.Citation;
import basedecl.policy.rule.RestDayRule;
import basedecl.policyfile.PolicyFiles;
import basedecl.rules.RuleCase;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LastDaysTest {

  private final WorkCalendar calendar = PolicyFiles.load(Optional.empty()).national().calendar();

  static Stream<RuleCase> cases() {
    return RuleCase.of("last-days.yaml");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aLastDayHoldsOrGivesWay(RuleCase example) {
    LastDays days = new LastDays(rule(example.get("rule")), calendar);
    LocalDate stated = LocalDate.parse(example.get("stated"));

    assertThat(days.inForce(stated)).isEqualTo(LocalDate.parse(example.get("in-force")));
    assertThat(days.words(stated).in(Language.ZH)).isEqualTo(example.get("words"));
    List<String> notices =
        days.notices("x.yaml", List.of(stated)).stream().map(Message::key).toList();
    assertThat(notices)
        .isEqualTo(
            example.get("notice").isEmpty()
                ? List.of()
                : List.of("policy." + example.get("notice")));
  }

  private static Optional<RestDayRule> rule(String word) {
    return Arrays.stream(RestDayRule.Treatment.values())
        .filter(treatment -> treatment.word().equals(word))
        .findFirst()
        .map(treatment -> new RestDayRule(treatment, new Citation("甲文")));
  }
}
