package basedecl.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a night over the samples should come to, worked out from the contract alone: policy
 * weifang-employee-medical of 2024 (limits 4242 and 21207, placeholder rates 8 % and 2 %), business
 * date 2024-01-26, all files modified at one time and so taken in order of their paths. Every table
 * carries the header row of the contract.
 *
 * <p>A declaration is whole: of a refused one every row counts as rejected, good rows too, and its
 * totals are 0.00. A duplicate is told in one line without employer, rows or totals.
 */
final class SampleNight {

  private static final BigDecimal LOWER = new BigDecimal("4242.00");
  private static final BigDecimal UPPER = new BigDecimal("21207.00");
  private static final BigDecimal EMPLOYER_RATE = new BigDecimal("0.08");
  private static final BigDecimal PERSONAL_RATE = new BigDecimal("0.02");
  private static final BigDecimal IMPUTED = new BigDecimal("1.10");
  private static final String ACCEPTED = "已受理";
  private static final LocalDate BUSINESS_DATE = LocalDate.of(2024, 1, 26);
  private static final int CODES = 10;

  private record Standing(SampleFile file, SampleFile.Part part, int version, int receipt) {}

  private final List<SampleFile> files;
  private final Map<String, SampleEmployer> roster = new LinkedHashMap<>();
  private final List<List<String>> receipts = new ArrayList<>();
  private final Map<String, Standing> standing = new TreeMap<>();
  private final Map<String, Integer> versions = new HashMap<>();

  SampleNight(List<SampleFile> files, List<SampleEmployer> employers) {
    this.files = files.stream().sorted(Comparator.comparing(SampleFile::path)).toList();
    employers.forEach(employer -> roster.put(employer.code(), employer));
    run();
    standing.values().forEach(this::tellPastRetirement);
  }

  /** The expected tables by file name. */
  Map<String, List<List<String>>> tables() {
    Map<String, List<List<String>>> tables = new LinkedHashMap<>();
    tables.put(
        "receipts.csv",
        table(
            "file,sha256,verdict,employer,version,rows_read,rows_accepted,rows_rejected,declared_total,base_total,codes",
            receipts));
    tables.put(
        "summary-2024.csv",
        table(
            "单位编号,单位名称,经办机构,申报人数,申报工资合计,缴费基数合计,按下限缴费人数,按上限缴费人数,下限占比,需自查自纠,单位应缴,个人应缴,应缴合计,版本,状态",
            standing.values().stream().map(this::summaryRow).toList()));
    tables.put(
        "detail-2024.csv",
        table("序号,单位编号,单位名称,姓名,证件类型,证件号码,月均工资,缴费基数,基数调整,单位应缴,个人应缴,职工签字,备注", detailRows()));
    tables.put(
        "flagged-2024.csv",
        table(
            "单位编号,单位名称,经办机构,联系电话,申报人数,按下限缴费人数,下限占比,其中申报低于下限人数,申报工资合计,缴费基数合计,状态",
            flagged().stream().map(this::flaggedRow).toList()));
    tables.put(
        "flagged-persons-2024.csv", table("单位编号,单位名称,姓名,证件号码,月均工资,缴费基数,来源", flaggedPersons()));
    tables.put("not-declared-2024.csv", table("单位编号,单位名称,经办机构,联系电话,上月缴费额,核定月缴费额", notDeclared()));
    return tables;
  }

  /** The persons of each employer's standing declaration. */
  Map<String, List<SamplePerson>> declared() {
    Map<String, List<SamplePerson>> declared = new TreeMap<>();
    standing.forEach((code, each) -> declared.put(code, each.part().persons()));
    return declared;
  }

  private void run() {
    Set<String> accepted = new HashSet<>();
    for (SampleFile file : files) {
      String sha256 = SampleBytes.sha256(file.bytes());
      if (accepted.contains(sha256)) {
        receipt(file, sha256, "DUPLICATE", "", 0, 0, List.of(), 0, List.of("FILE_DUPLICATE"));
        continue;
      }
      for (SampleFile.Part part : file.parts()) {
        if (part.errors()) {
          receipt(
              file,
              sha256,
              "REJECTED",
              part.employer(),
              0,
              part.rowsRead(),
              List.of(),
              part.rowsRead(),
              part.codes());
        } else {
          accept(file, sha256, part);
          accepted.add(sha256);
        }
      }
    }
  }

  /** A standing declaration is told of its staff past 60, women past 55. */
  private void tellPastRetirement(Standing each) {
    if (each.part().persons().stream().anyMatch(SampleNight::isPastRetirement)) {
      receipts
          .get(each.receipt())
          .set(
              CODES,
              (receipts.get(each.receipt()).get(CODES) + " PERSON_PAST_RETIREMENT_AGE").strip());
    }
  }

  private static boolean isPastRetirement(SamplePerson person) {
    String number = person.number();
    if (number.length() != 18) {
      return false;
    }
    LocalDate born = LocalDate.parse(number.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
    int years = number.charAt(16) % 2 == 1 ? 60 : 55;
    return !born.plusYears(years).isAfter(BUSINESS_DATE);
  }

  private void accept(SampleFile file, String sha256, SampleFile.Part part) {
    String code = part.employer();
    Standing before = standing.get(code);
    if (before != null) {
      receipts.get(before.receipt()).set(2, "SUPERSEDED");
    }
    int version = versions.merge(code, 1, Integer::sum);
    standing.put(code, new Standing(file, part, version, receipts.size()));
    receipt(
        file, sha256, "ACCEPTED", code, version, part.rowsRead(), part.persons(), 0, part.codes());
  }

  private void receipt(
      SampleFile file,
      String sha256,
      String verdict,
      String employer,
      int version,
      int rowsRead,
      List<SamplePerson> persons,
      int rejected,
      List<String> codes) {
    receipts.add(
        new ArrayList<>(
            List.of(
                file.path(),
                sha256,
                verdict,
                employer,
                version == 0 ? "" : "" + version,
                "" + rowsRead,
                "" + persons.size(),
                "" + rejected,
                money(declared(persons)),
                money(bases(persons)),
                String.join(" ", codes))));
  }

  private List<String> summaryRow(Standing each) {
    List<SamplePerson> persons = each.part().persons();
    SampleEmployer employer = employer(each);
    BigDecimal employerDue = dues(persons, EMPLOYER_RATE);
    BigDecimal personalDue = dues(persons, PERSONAL_RATE);
    return List.of(
        employer.code(),
        employer.name(),
        employer.agency(),
        "" + persons.size(),
        money(declared(persons)),
        money(bases(persons)),
        "" + atLower(persons),
        "" + persons.stream().filter(person -> base(person).compareTo(UPPER) == 0).count(),
        share(persons),
        isFlagged(each) ? "是" : "否",
        money(employerDue),
        money(personalDue),
        money(employerDue.add(personalDue)),
        "" + each.version(),
        ACCEPTED);
  }

  private List<List<String>> detailRows() {
    List<List<String>> rows = new ArrayList<>();
    for (Standing each : standing.values()) {
      for (SamplePerson person : each.part().persons()) {
        rows.add(
            List.of(
                "" + (rows.size() + 1),
                employer(each).code(),
                employer(each).name(),
                person.name(),
                person.kind(),
                person.number(),
                money(person.declared()),
                money(base(person)),
                adjustment(person),
                money(due(person, EMPLOYER_RATE)),
                money(due(person, PERSONAL_RATE)),
                "",
                person.remarks()));
      }
    }
    return rows;
  }

  private List<String> flaggedRow(Standing each) {
    List<SamplePerson> persons = each.part().persons();
    SampleEmployer employer = employer(each);
    return List.of(
        employer.code(),
        employer.name(),
        employer.agency(),
        telephones(employer),
        "" + persons.size(),
        "" + atLower(persons),
        share(persons),
        "" + persons.stream().filter(person -> person.declared().compareTo(LOWER) < 0).count(),
        money(declared(persons)),
        money(bases(persons)),
        ACCEPTED);
  }

  private List<List<String>> flaggedPersons() {
    List<List<String>> rows = new ArrayList<>();
    for (Standing each : flagged()) {
      for (int i = 0; i < each.part().persons().size(); i++) {
        SamplePerson person = each.part().persons().get(i);
        if (base(person).compareTo(LOWER) == 0) {
          rows.add(
              List.of(
                  employer(each).code(),
                  employer(each).name(),
                  person.name(),
                  person.number(),
                  money(person.declared()),
                  money(base(person)),
                  each.file().path() + "!" + each.part().places().get(i)));
        }
      }
    }
    return rows;
  }

  private List<List<String>> notDeclared() {
    List<List<String>> rows = new ArrayList<>();
    for (SampleEmployer employer : roster.values()) {
      if (!standing.containsKey(employer.code())) {
        String last = employer.lastMonthAmount();
        rows.add(
            List.of(
                employer.code(),
                employer.name(),
                employer.agency(),
                telephones(employer),
                last,
                last.isEmpty() ? "" : money(new BigDecimal(last).multiply(IMPUTED))));
      }
    }
    return rows;
  }

  private List<Standing> flagged() {
    return standing.values().stream().filter(SampleNight::isFlagged).toList();
  }

  /** More than 70 %, in whole numbers. */
  private static boolean isFlagged(Standing each) {
    List<SamplePerson> persons = each.part().persons();
    return 100 * atLower(persons) > 70L * persons.size();
  }

  private SampleEmployer employer(Standing each) {
    SampleEmployer employer = roster.get(each.part().employer());
    if (employer == null) {
      throw new IllegalStateException(each.part().employer() + " is not on the roster");
    }
    return employer;
  }

  private static String telephones(SampleEmployer employer) {
    return SampleEmployers.AGENCIES.getOrDefault(employer.agency(), "");
  }

  private static String share(List<SamplePerson> persons) {
    return BigDecimal.valueOf(atLower(persons))
        .divide(BigDecimal.valueOf(persons.size()), 6, RoundingMode.HALF_UP)
        .toPlainString();
  }

  private static long atLower(List<SamplePerson> persons) {
    return persons.stream().filter(person -> base(person).compareTo(LOWER) == 0).count();
  }

  private static BigDecimal declared(List<SamplePerson> persons) {
    return persons.stream().map(SamplePerson::declared).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal bases(List<SamplePerson> persons) {
    return persons.stream().map(SampleNight::base).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal dues(List<SamplePerson> persons, BigDecimal rate) {
    return persons.stream()
        .map(person -> due(person, rate))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal due(SamplePerson person, BigDecimal rate) {
    return base(person).multiply(rate).setScale(2, RoundingMode.HALF_UP);
  }

  private static BigDecimal base(SamplePerson person) {
    return person.declared().max(LOWER).min(UPPER);
  }

  private static String adjustment(SamplePerson person) {
    if (person.declared().compareTo(LOWER) < 0) {
      return "保底";
    }
    return person.declared().compareTo(UPPER) > 0 ? "封顶" : "原值";
  }

  private static String money(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  private static List<List<String>> table(String header, List<List<String>> rows) {
    List<List<String>> table = new ArrayList<>();
    table.add(List.of(header.split(",", -1)));
    table.addAll(rows);
    return table;
  }
}
