package basedecl.samples;

import static basedecl.samples.SampleCell.number;
import static basedecl.samples.SampleCell.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** One sheet: rows above the header, the header, the persons' rows; built column by column. */
final class SampleTable {

  /** A person's line as the columns see it; {@code index} counts from 0. */
  record Line(int index, SampleEmployer employer, SamplePerson person) {}

  record Column(String header, Function<Line, SampleCell> content) {}

  static final Function<Line, SampleCell> SERIAL = line -> number("" + (line.index() + 1));
  static final Function<Line, SampleCell> CODE = line -> text(line.employer().code());
  static final Function<Line, SampleCell> EMPLOYER = line -> text(line.employer().name());
  static final Function<Line, SampleCell> NAME = line -> text(line.person().name());
  static final Function<Line, SampleCell> KIND = line -> text(line.person().kind());
  static final Function<Line, SampleCell> ID = line -> text(line.person().number());
  static final Function<Line, SampleCell> WAGE = line -> number(line.person().declared());
  static final Function<Line, SampleCell> REMARKS =
      line -> line.person().remarks().isEmpty() ? SampleCell.BLANK : text(line.person().remarks());

  private final String name;
  private final List<List<SampleCell>> above = new ArrayList<>();
  private final List<String> header;
  private final List<List<SampleCell>> rows = new ArrayList<>();
  private final Set<Integer> hidden = new HashSet<>();

  private SampleTable(String name, List<String> header) {
    this.name = name;
    this.header = header;
  }

  /** A sheet laid out as our own template is, without the signature. */
  static SampleTable template(SampleEmployer employer, List<SamplePerson> persons) {
    return of(
        "申报表",
        lines(employer, persons),
        new Column("序号", SERIAL),
        new Column("单位编号", CODE),
        new Column("单位名称", EMPLOYER),
        new Column("姓名", NAME),
        new Column("证件类型", KIND),
        new Column("证件号码", ID),
        new Column("月均工资", WAGE),
        new Column("备注", REMARKS));
  }

  static SampleTable of(String name, List<Line> lines, Column... columns) {
    SampleTable table =
        new SampleTable(name, List.of(columns).stream().map(Column::header).toList());
    for (Line line : lines) {
      List<SampleCell> row = new ArrayList<>();
      for (Column column : columns) {
        row.add(column.content().apply(line));
      }
      table.rows.add(row);
    }
    return table;
  }

  static List<Line> lines(SampleEmployer employer, List<SamplePerson> persons) {
    List<Line> lines = new ArrayList<>();
    for (SamplePerson person : persons) {
      lines.add(new Line(lines.size(), employer, person));
    }
    return lines;
  }

  /** A row above the header, from the first column on. */
  SampleTable above(String... texts) {
    List<SampleCell> row = new ArrayList<>();
    for (String words : texts) {
      row.add(words.isEmpty() ? SampleCell.BLANK : text(words));
    }
    above.add(row);
    return this;
  }

  /** Puts another cell into the person's row {@code row}, from 0. */
  SampleTable set(int row, String column, SampleCell cell) {
    rows.get(row).set(header.indexOf(column), cell);
    return this;
  }

  /** A row that is nobody's, before the person's row {@code row}; missing cells are blank. */
  SampleTable insert(int row, SampleCell... cells) {
    List<SampleCell> inserted = new ArrayList<>(List.of(cells));
    while (inserted.size() < header.size()) {
      inserted.add(SampleCell.BLANK);
    }
    rows.add(row, inserted);
    return this;
  }

  SampleTable hide(int row) {
    hidden.add(row);
    return this;
  }

  SampleTable append(SampleTable other) {
    rows.addAll(other.rows);
    return this;
  }

  String name() {
    return name;
  }

  int titles() {
    return above.size();
  }

  int size() {
    return rows.size();
  }

  boolean isHidden(int row) {
    return hidden.contains(row);
  }

  List<String> header() {
    return header;
  }

  /** Every row as it stands in the sheet, titles and header included. */
  List<List<SampleCell>> allRows() {
    List<List<SampleCell>> all = new ArrayList<>(above);
    all.add(header.stream().map(SampleCell::text).toList());
    all.addAll(rows);
    return all;
  }
}
