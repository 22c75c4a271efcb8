package basedecl.report;

import basedecl.assessment.BaseAssessor;
import basedecl.assessment.ContributionAssessor;
import basedecl.assessment.ContributionBase;
import basedecl.assessment.Dues;
import basedecl.audit.signal.LowerLimitShare;
import basedecl.declaration.procedure.DeclarationState;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PersonRecord;
import basedecl.money.Money;
import basedecl.money.Rate;
import basedecl.money.Rounding;
import basedecl.person.DocumentKind;
import basedecl.person.IdNumber;
import basedecl.policy.Agency;
import basedecl.policy.AgencyDirectory;
import basedecl.policy.LastDays;
import basedecl.policy.Policy;
import basedecl.policy.rule.Citation;
import basedecl.policy.rule.ContributionRate;
import basedecl.policy.rule.Deadline;
import basedecl.policy.rule.FlagThreshold;
import basedecl.policy.rule.Limits;
import basedecl.policy.rule.LimitsStanding;
import basedecl.policy.rule.PublishedLimits;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Three employers of 2024: one of each adjustment, one with 8 of 11 at the lower limit, one of one.
 */
final class ReportFixture {

  private static final YearMonth JANUARY = YearMonth.of(2024, 1);
  private static final Limits LIMITS = new Limits(Money.of(4242), Money.of(21207));
  static final ContributionRate PLACEHOLDER =
      new ContributionRate(
          JANUARY,
          Optional.of(Rate.of("0.08")),
          Optional.of(Rate.of("0.02")),
          true,
          new Citation("某文"));
  private static final List<Agency> AGENCIES =
      List.of(
          new Agency("市 直", List.of("8102708"), Optional.of("潍坊市医疗保险事业中心")),
          new Agency("潍城区", List.of("7355188", "8188162", "7355177"), Optional.empty()));

  record Declared(DeclarationRecord declaration, List<PersonRecord> persons) {}

  private ReportFixture() {}

  static YearHeading heading(Optional<ContributionRate> rate) {
    return heading(rate, List.of());
  }

  /** With the last day to declare (inclusive); the business date is 2024-01-26. */
  static YearHeading openTo(LocalDate lastDay) {
    return heading(
        Optional.of(PLACEHOLDER),
        List.of(new Deadline(JANUARY, lastDay, lastDay, new Citation("通知"))));
  }

  private static YearHeading heading(Optional<ContributionRate> rate, List<Deadline> deadlines) {
    PublishedLimits limits =
        new PublishedLimits(
            2024,
            JANUARY,
            LIMITS,
            LimitsStanding.PROVISIONAL,
            LocalDate.of(2023, 12, 25),
            new Citation("2023年12月25日通知第一部分"));
    FlagThreshold threshold =
        new FlagThreshold(JANUARY, new BigDecimal("0.70"), new Citation("通知第三部分第（二）项"));
    Policy policy =
        new Policy(
            "weifang-employee-medical",
            "潍坊市职工基本医疗保险",
            "a1b2c3",
            "",
            List.of(limits),
            Optional.empty(),
            rate.stream().toList(),
            deadlines,
            List.of(),
            List.of(),
            List.of(threshold),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.of(
                new AgencyDirectory(
                    "weifang", AGENCIES, Optional.of("400-178-1234"), new Citation("通知附件"))),
            Optional.empty(),
            LastDays.AS_STATED);
    return new YearHeading(
        policy,
        LocalDate.of(2024, 1, 26),
        YearMonth.of(2024, 1),
        limits,
        rate,
        Optional.of(threshold),
        List.of());
  }

  /** Given out of order, as a ledger without an index might. */
  static List<Declared> year(Optional<ContributionRate> rate) {
    return List.of(
        declared("0370000003", "丙公司", "潍城区", rate, "4000.00"),
        declared("0370000001", "甲公司", "市直", rate, "4241.99", "4242.01", "30000.00"),
        declared(
            "0370000002",
            "=乙公司",
            "潍城区",
            rate,
            IntStream.range(0, 11)
                .mapToObj(i -> i < 8 ? "4242.00" : "5000.05")
                .toArray(String[]::new)));
  }

  static List<DeclarationRecord> declarations(List<Declared> year) {
    return year.stream().map(Declared::declaration).toList();
  }

  private static Declared declared(
      String code, String name, String agency, Optional<ContributionRate> rate, String... wages) {
    BaseAssessor bases = new BaseAssessor(LIMITS, Rounding.FEN_HALF_UP);
    ContributionAssessor dues = ContributionAssessor.of(rate);
    List<PersonRecord> persons = new ArrayList<>();
    Money declared = Money.ZERO;
    Money base = Money.ZERO;
    Dues sum = new Dues(rate.map(r -> Money.ZERO), rate.map(r -> Money.ZERO));
    int atUpper = 0;
    int below = 0;
    for (int i = 0; i < wages.length; i++) {
      Money wage = Money.of(wages[i]);
      ContributionBase assessed = bases.assess(wage);
      Dues due = dues.assess(assessed.amount());
      declared = declared.plus(wage);
      base = base.plus(assessed.amount());
      sum =
          new Dues(
              sum.employer().map(m -> m.plus(due.employer().orElse(Money.ZERO))),
              sum.personal().map(m -> m.plus(due.personal().orElse(Money.ZERO))));
      atUpper += assessed.atUpper() ? 1 : 0;
      below += wage.isLessThan(LIMITS.lower()) ? 1 : 0;
      persons.add(
          new PersonRecord(
              i + 1,
              "职工" + (i + 1),
              DocumentKind.RESIDENT_ID,
              new IdNumber("37070219900101" + (1000 + i)),
              wage,
              assessed.amount(),
              assessed.adjustment(),
              assessed.atLower(),
              due,
              i == 0 ? "@备注" : "",
              "在职",
              i + 4));
    }
    long atLower = persons.stream().filter(PersonRecord::atLower).count();
    return new Declared(
        new DeclarationRecord(
            1,
            2024,
            code,
            name,
            agency,
            2,
            DeclarationState.ACCEPTED,
            "上报/" + code + ".xlsx",
            wages.length,
            atLower,
            atUpper,
            below,
            declared,
            base,
            sum,
            new LowerLimitShare(atLower, wages.length).isMoreThan(new BigDecimal("0.70"))),
        persons);
  }

  static XSSFWorkbook read(Path file) throws IOException {
    return new XSSFWorkbook(Files.newInputStream(file));
  }

  /** The header row: the first that holds {@code first}. */
  static int headerRow(XSSFSheet sheet, String first) {
    for (Row row : sheet) {
      if (row.getCell(0) != null && row.getCell(0).toString().equals(first)) {
        return row.getRowNum();
      }
    }
    throw new AssertionError("No header row with " + first);
  }

  static List<String> texts(Row row) {
    return IntStream.range(0, row.getLastCellNum())
        .mapToObj(i -> row.getCell(i) == null ? "" : row.getCell(i).toString())
        .toList();
  }

  /** What stands above the header. */
  static String titles(XSSFSheet sheet, String first) {
    StringBuilder titles = new StringBuilder();
    for (int i = 0; i < headerRow(sheet, first); i++) {
      titles.append(sheet.getRow(i).getCell(0)).append('\n');
    }
    return titles.toString();
  }

  static Money sum(XSSFSheet sheet, String first, int column) {
    Money sum = Money.ZERO;
    for (int i = headerRow(sheet, first) + 1; i <= sheet.getLastRowNum(); i++) {
      sum = sum.plus(Money.of(sheet.getRow(i).getCell(column).getRawValue()));
    }
    return sum;
  }
}
