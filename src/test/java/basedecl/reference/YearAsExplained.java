package basedecl.reference;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.reference.RandomYear.Lim;
import basedecl.reference.RandomYear.Paid;
import basedecl.reference.SlowStaff.Member;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Holds an explanation against the slow reference, month by month. */
final class YearAsExplained {

  private final RandomYear year;
  private final SlowYear slow;
  private final int employer;

  YearAsExplained(RandomYear year, SlowYear slow, int employer) {
    this.year = year;
    this.slow = slow;
    this.employer = employer;
  }

  /** A person's explanation. */
  void holds(JsonNode explained, Member person) {
    months(explained, List.of(person));
  }

  /** The employer's explanation: flag, months, payments settled, every slice. */
  void holds(JsonNode explained) {
    months(explained, slow.people(employer));
    assertThat(explained.get("flagged").asBoolean())
        .as("seed %d, employer %d", year.seed(), employer)
        .isEqualTo(slow.flagged(employer, RandomYear.stated(year.end()).getMonthValue()));
    pending(explained);
    int reached = 0;
    for (JsonNode month : explained.path("months")) {
      charged(month, YearMonth.parse(month.get("period").asString()).getMonthValue());
      reached++;
    }
    int expected = 0;
    for (int month = 1; month <= 12; month++) {
      expected += RandomYear.deadline(month).isAfter(year.end()) ? 0 : 1;
    }
    assertThat(reached).isEqualTo(expected);
  }

  /** Of limits that nobody took up the command that does is said. */
  private void pending(JsonNode explained) {
    int from = slow.pendingFrom(employer);
    List<String> commands = new ArrayList<>();
    for (JsonNode notice : explained.path("notices")) {
      if (notice.asString().contains("run jobs/limit-change.yaml")) {
        commands.add(notice.asString());
      }
    }
    assertThat(commands)
        .as("seed %d, employer %d", year.seed(), employer)
        .hasSize(from == 0 ? 0 : 1)
        .allSatisfy(
            command -> assertThat(command).contains("--set from=2024-%02d ".formatted(from)));
  }

  private void charged(JsonNode month, int number) {
    BigDecimal due = slow.due(employer, number);
    BigDecimal paid = new BigDecimal("0.00");
    for (Paid each : slow.payments(employer, number)) {
      paid = paid.add(each.amount());
    }
    List<SlowYear.Slice> slices = slow.slices(employer, number);
    BigDecimal fee = new BigDecimal("0.00");
    List<String> expected = new ArrayList<>();
    for (SlowYear.Slice slice : slices) {
      fee = fee.add(slice.fee());
      expected.add(
          "%s %s %s %d %s"
              .formatted(
                  slice.principal(), slice.first(), slice.last(), slice.days(), slice.fee()));
    }
    List<String> told = new ArrayList<>();
    for (JsonNode slice : month.path("slices")) {
      told.add(
          "%s %s %s %d %s"
              .formatted(
                  money(slice, "principal"),
                  slice.get("first_day").asString(),
                  slice.get("last_day").asString(),
                  slice.get("days").asInt(),
                  money(slice, "late_fee")));
    }
    assertThat(told)
        .as("seed %d, employer %d, month %d", year.seed(), employer, number)
        .isEqualTo(expected);
    BigDecimal zero = new BigDecimal("0.00");
    assertThat(
            List.of(
                money(month, "due"),
                money(month, "paid"),
                money(month, "arrears"),
                money(month, "overpaid"),
                money(month, "late_fee")))
        .as("seed %d, employer %d, month %d", year.seed(), employer, number)
        .isEqualTo(
            List.of(due, paid, due.subtract(paid).max(zero), paid.subtract(due).max(zero), fee));
  }

  /** Every month that counts one of these people, and no other. */
  private void months(JsonNode explained, List<Member> people) {
    Set<Integer> counting = new TreeSet<>();
    people.forEach(one -> counting.addAll(one.months()));
    Set<Integer> told = new TreeSet<>();
    for (JsonNode span : explained.path("months_assessed")) {
      int to = YearMonth.parse(span.get("to").asString()).getMonthValue();
      for (int month = YearMonth.parse(span.get("from").asString()).getMonthValue();
          month <= to;
          month++) {
        Lim limits = slow.limits(employer, month);
        BigDecimal base = new BigDecimal("0.00");
        BigDecimal ours = new BigDecimal("0.00");
        BigDecimal theirs = new BigDecimal("0.00");
        for (Member one : people) {
          if (one.months().contains(month)) {
            BigDecimal ofOne = slow.base(employer, month, one.wage());
            base = base.add(ofOne);
            ours = ours.add(SlowYear.part(ofOne, slow.rate(month).employer()));
            theirs = theirs.add(SlowYear.part(ofOne, slow.rate(month).personal()));
          }
        }
        assertThat(
                List.of(
                    money(span, "lower"),
                    money(span, "upper"),
                    money(span, "base"),
                    money(span, "employer_due"),
                    money(span, "personal_due")))
            .as("seed %d, employer %d, month %d", year.seed(), employer, month)
            .isEqualTo(
                List.of(
                    new BigDecimal(limits.lower()),
                    new BigDecimal(limits.upper()),
                    base,
                    ours,
                    theirs));
        told.add(month);
      }
    }
    assertThat(told).as("seed %d, employer %d", year.seed(), employer).isEqualTo(counting);
  }

  private static BigDecimal money(JsonNode node, String key) {
    return node.get(key).decimalValue().setScale(2, RoundingMode.UNNECESSARY);
  }
}
