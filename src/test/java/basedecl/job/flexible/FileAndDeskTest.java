package basedecl.job.flexible;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.assessment.flexible.PaymentRhythm;
import basedecl.finding.FindingCode;
import basedecl.job.flexible.ElectionLine.Column;
import basedecl.job.run.RegionPolicies;
import basedecl.job.run.Rulebook;
import basedecl.job.submitted.SubmittedLine;
import basedecl.job.submitted.SubmittedTable;
import basedecl.ledger.flexible.DeskElection.Action;
import basedecl.ledger.flexible.DeskElection.Wish;
import basedecl.message.Language;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.person.TypedIdNumber;
import basedecl.policy.InsuranceKind;
import basedecl.policy.PolicyBook;
import basedecl.policyfile.PolicyFiles;
import basedecl.spreadsheet.gate.ReadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Elections by file and by desk are one history under one rule: random wishes, made both ways. */
class FileAndDeskTest {

  private static final LocalDate DAY = LocalDate.of(2022, 9, 20);
  private static final PolicyBook POLICIES = PolicyFiles.load(Optional.empty());
  private static final PaymentRhythm[] RHYTHMS = PaymentRhythm.values();

  @TempDir Path folder = Path.of("");

  @Test
  void aThousandWishesOfFiveHundredPersonsEndAlike() throws IOException {
    SplittableRandom random = new SplittableRandom(20);
    List<Wish> wishes = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      wishes.add(wish(random));
    }
    Elections byFile = elections();
    List<Optional<FindingCode>> fileCodes = new ArrayList<>();
    for (SubmittedLine<Column> line : lines(wishes)) {
      byFile.apply(line);
      fileCodes.add(line.findings().stream().findFirst().map(finding -> finding.code()));
    }
    Elections byDesk = elections();
    List<Optional<FindingCode>> deskCodes =
        wishes.stream()
            .map(wish -> byDesk.apply(wish, DAY))
            .map(faults -> faults.stream().findFirst().map(ElectionFault::code))
            .toList();
    assertThat(deskCodes).isEqualTo(fileCodes).contains(Optional.empty());
    assertThat(deskCodes.stream().flatMap(Optional::stream).distinct())
        .contains(
            FindingCode.BASE_OUTSIDE_LIMITS,
            FindingCode.ELECTION_EXISTS,
            FindingCode.ELECTION_MISSING,
            FindingCode.NOT_ELIGIBLE_AGE);
    assertThat(byDesk.chosen()).isEqualTo(byFile.chosen()).hasSizeGreaterThan(100);
    assertThat(byDesk.voided()).isEqualTo(byFile.voided()).hasSizeGreaterThan(50);
  }

  private static Elections elections() {
    return new Elections(
        new Elections.Rules(
            RegionPolicies.byKind(
                new Rulebook(
                    "weifang",
                    List.of(
                        POLICIES.require("weifang-flexible-pension"),
                        POLICIES.require("weifang-flexible-medical")))),
            POLICIES.national(),
            2022,
            DAY),
        List.of(),
        1);
  }

  private List<SubmittedLine<Column>> lines(List<Wish> wishes) throws IOException {
    StringBuilder csv = new StringBuilder("姓名,证件号码,险种,操作,选择基数,缴费方式,生效月份,批扣\n");
    for (Wish wish : wishes) {
      csv.append(wish.name()).append(',').append(wish.idNumber().whole()).append(',');
      csv.append(wish.kind().title()).append(',');
      csv.append(wish.action() == Action.VOID ? "作废" : "选择").append(',');
      csv.append(wish.base().map(Money::toString).orElse("")).append(',');
      csv.append(wish.rhythm().map(PaymentRhythm::title).orElse("")).append(',');
      csv.append(wish.from()).append(',').append(wish.batchDebit() ? "是" : "否").append('\n');
    }
    Path file = folder.resolve("elections.csv");
    Files.writeString(file, csv);
    return new SubmittedTable<>(file, ElectionLine.HEADER, ReadLimits.DEFAULT).lines().lines();
  }

  private static Wish wish(SplittableRandom random) {
    boolean voids = random.nextInt(4) == 0;
    int person = random.nextInt(500);
    return new Wish(
        "weifang",
        voids ? Action.VOID : Action.CHOOSE,
        random.nextBoolean() ? InsuranceKind.PENSION : InsuranceKind.MEDICAL,
        number(person),
        "人" + person,
        voids ? Optional.empty() : Optional.of(Money.ofFen(random.nextLong(350_000, 2_050_000))),
        voids ? Optional.empty() : Optional.of(RHYTHMS[random.nextInt(RHYTHMS.length)]),
        YearMonth.of(2022, random.nextInt(1, 13)),
        random.nextBoolean());
  }

  /** Born from 1955 to 2008: some too old, some too young. */
  private static IdNumber number(int person) {
    String digits =
        String.format(
            Locale.ROOT, "370702%d%02d01%03d", 1955 + person % 54, 1 + person % 12, person);
    int sum = 0;
    int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * (digits.charAt(i) - '0');
    }
    return TypedIdNumber.read(digits + "10X98765432".charAt(sum % 11), DAY, Language.ZH);
  }
}
