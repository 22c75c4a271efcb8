package basedecl.trials;

import basedecl.finding.FindingCode;
import basedecl.samples.SamplePeople;
import basedecl.samples.SamplePerson;
import basedecl.trials.Column.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A file in the making: a plain, honest declaration by chance, which the kinds then make harder to
 * read or spoil. It knows what its sender means.
 */
final class Draft {

  /** The format by which an amount of a text file is written with a comma and without quotes. */
  static final String UNQUOTED = "unquoted";

  /** Where the employer's code stands. */
  enum CodeIn {
    COLUMN,
    BLOCK,
    FOLDER
  }

  final Random random;
  final Carrier carrier;
  final CodeIn codeIn;
  final List<Column> columns = new ArrayList<>();
  final List<Section> sections = new ArrayList<>();
  final Map<String, String> employerNames = new LinkedHashMap<>();
  private final SamplePeople people;

  /** Lines between the header and the first person. */
  final List<Line> underHeader = new ArrayList<>();

  /** Sheets beside those with a table. */
  final List<Grid> otherSheets = new ArrayList<>();

  boolean mergedCodes;
  boolean recalculates;
  boolean hiddenLastSheet;

  /** Codes that refuse the file as a whole: one of them must be found. */
  final Set<FindingCode> spoilt = EnumSet.noneOf(FindingCode.class);

  /** Codes by which the file may be refused although its meaning is known. */
  final Set<FindingCode> tolerated = EnumSet.noneOf(FindingCode.class);

  final Set<FindingCode> mustWarn = EnumSet.noneOf(FindingCode.class);

  final Set<FindingCode> mayWarn =
      EnumSet.of(FindingCode.SIGNATURE_MISSING, FindingCode.HIDDEN_ROWS);

  /** Chance from a seed; neighbouring seeds of {@link Random} alone begin alike. */
  static Random random(long seed) {
    return new Random(seed * 0x9E37_79B9_7F4A_7C15L);
  }

  private Draft(long seed) {
    random = random(seed);
    people = new SamplePeople(seed);
    carrier =
        pick(
            List.of(
                Carrier.XLSX,
                Carrier.XLSX,
                Carrier.XLSX,
                Carrier.XLS,
                Carrier.XLS,
                Carrier.CSV,
                Carrier.CSV,
                Carrier.HTML,
                Carrier.XML_2003));
    int employers = random.nextInt(3) == 0 ? 2 + random.nextInt(2) : 1;
    codeIn =
        employers == 1
            ? pick(List.of(CodeIn.values()))
            : pick(List.of(CodeIn.COLUMN, CodeIn.BLOCK));
    columns();
    for (int i = 0; i < employers; i++) {
      employerNames.put(code(i), pick(List.of("潍坊", "寿光", "青州市")) + "第" + (i + 1) + "机械厂");
    }
    sections();
  }

  static Draft plain(long seed) {
    return new Draft(seed);
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private String code(int employer) {
    // A folder is known by its digits alone.
    return switch (random.nextInt(codeIn == CodeIn.FOLDER ? 2 : 3)) {
      case 0 -> "03707000" + (10 + random.nextInt(40)) + employer;
      case 1 -> "37070" + (1000 + random.nextInt(4000)) + employer;
      default -> "WF" + (100000 + random.nextInt(500000)) + employer;
    };
  }

  private void columns() {
    columns.add(new Column(Role.NAME, "姓名"));
    columns.add(new Column(Role.NUMBER, "证件号码"));
    columns.add(new Column(Role.WAGE, "月均工资"));
    if (codeIn == CodeIn.COLUMN) {
      columns.add(new Column(Role.CODE, "单位编号"));
      if (chance(2)) {
        columns.add(new Column(Role.EMPLOYER, "单位名称"));
      }
    }
    if (chance(2)) {
      columns.add(new Column(Role.KIND, "证件类型"));
    }
    if (chance(2)) {
      columns.add(new Column(Role.SIGNATURE, "职工签字"));
    }
    if (chance(3)) {
      columns.add(new Column(Role.OTHER, pick(List.of("部门", "手机号", "入职时间", "岗位"))));
    }
    Collections.shuffle(columns, random);
    if (chance(2)) {
      columns.add(random.nextInt(3) == 0 ? random.nextInt(columns.size()) : 0, serial());
    }
    if (chance(2)) {
      columns.add(new Column(Role.REMARK, "备注"));
    }
  }

  private static Column serial() {
    return new Column(Role.SERIAL, "序号");
  }

  private void sections() {
    boolean sheets = carrier.isWorkbook() && employerNames.size() > 1 && chance(2);
    int number = 0;
    for (String employer : employerNames.keySet()) {
      boolean another = sections.isEmpty() || sheets || codeIn == CodeIn.BLOCK;
      if (another) {
        sections.add(new Section(sheets ? number : 0));
      }
      Section section = sections.get(sections.size() - 1);
      if (codeIn == CodeIn.BLOCK) {
        section.above().add(List.of(TrialCell.words("单位编号：" + employer)));
      }
      int size = 2 + random.nextInt(5);
      for (int i = 0; i < size; i++) {
        section.lines().add(person(employer));
      }
      number++;
    }
  }

  /** Somebody with an ordinary wage, written plainly. */
  Line.Person person(String employer) {
    SamplePerson someone = people.someone();
    long fen = 300_000L + random.nextInt(1_500_000);
    BigDecimal wage = BigDecimal.valueOf(chance(2) ? fen : fen / 100 * 100, 2);
    Line.Person person = new Line.Person(employer, someone.name(), someone.number(), wage);
    for (Column column : columns) {
      person.write(column, plain(column.role, person));
    }
    return person;
  }

  private TrialCell plain(Role role, Line.Person person) {
    return switch (role) {
      case CODE -> TrialCell.words(person.employer);
      case EMPLOYER -> TrialCell.words(employerNames.getOrDefault(person.employer, ""));
      case SERIAL -> TrialCell.amount(String.valueOf(1 + people().count()));
      case KIND -> TrialCell.words("居民身份证");
      case NUMBER -> TrialCell.words(person.number);
      case NAME -> TrialCell.words(person.name);
      case WAGE -> TrialCell.amount(person.wage);
      case OTHER -> TrialCell.words(pick(List.of("生产部", "13800138000", "2019-03", "二车间")));
      case SIGNATURE, REMARK -> TrialCell.blank();
    };
  }

  Column column(Role role) {
    return columns.stream().filter(column -> column.role == role).findFirst().orElseThrow();
  }

  boolean has(Role role) {
    return columns.stream().anyMatch(column -> column.role == role);
  }

  /** The column of a role, added at the end where the table has none. */
  Column ensured(Role role, String title) {
    if (!has(role)) {
      columns.add(new Column(role, title));
    }
    return column(role);
  }

  /** A column in which a lone word may stand: the first, where it is not that of the wages. */
  Column labelColumn() {
    Column first = columns.get(0);
    return first.role == Role.WAGE || chance(3)
        ? pick(columns.stream().filter(Draft::takesLabels).toList())
        : first;
  }

  private static boolean takesLabels(Column column) {
    return column.role == Role.NAME
        || column.role == Role.SERIAL
        || column.role == Role.NUMBER
        || column.role == Role.CODE;
  }

  Stream<Line.Person> people() {
    return sections.stream().flatMap(Section::people);
  }

  Line.Person somebody() {
    return pick(people().toList());
  }

  Section section() {
    return pick(sections);
  }

  /** Whether each sheet has one employer only. */
  boolean oneEmployerASheet() {
    return employerNames.size() == 1
        || sections.stream().map(Section::sheet).distinct().count() == employerNames.size();
  }

  boolean twoLines() {
    return columns.stream().anyMatch(column -> !column.below.isEmpty());
  }

  /** Nobody's line with one cell. */
  static Line.Nobody nobody(Column column, TrialCell cell) {
    return new Line.Nobody(Map.of(column, cell));
  }
}
