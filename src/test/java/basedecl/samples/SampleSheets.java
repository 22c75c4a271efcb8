package basedecl.samples;

import static basedecl.samples.SampleCell.number;
import static basedecl.samples.SampleCell.text;
import static basedecl.samples.SampleTable.CODE;
import static basedecl.samples.SampleTable.EMPLOYER;
import static basedecl.samples.SampleTable.ID;
import static basedecl.samples.SampleTable.KIND;
import static basedecl.samples.SampleTable.NAME;
import static basedecl.samples.SampleTable.REMARKS;
import static basedecl.samples.SampleTable.SERIAL;
import static basedecl.samples.SampleTable.WAGE;
import static basedecl.samples.SampleTable.lines;

import basedecl.samples.SampleTable.Column;
import java.math.BigDecimal;
import java.util.List;

/** Sheets that are laid out or filled in otherwise than our own template. */
final class SampleSheets {

  private static final String SHEET = "申报表";

  private SampleSheets() {}

  /** The employer stands in a block above the header. */
  static SampleTable noEmployerColumn(SampleEmployer employer, List<SamplePerson> staff) {
    return SampleTable.of(
        SHEET,
        lines(employer, staff),
        new Column("序号", SERIAL),
        new Column("姓名", NAME),
        new Column("证件号码", ID),
        new Column("月均工资", WAGE));
  }

  static SampleTable aliases(SampleEmployer employer, List<SamplePerson> staff) {
    return SampleTable.of(
        SHEET,
        lines(employer, staff),
        new Column("2023年度月平均工资\n（元）", WAGE),
        new Column("* 社会保障号码", ID),
        new Column("员工 姓名", NAME),
        new Column("部门", line -> text("生产部")),
        new Column("参保单位编号", CODE));
  }

  static SampleTable signed(SampleEmployer employer, List<SamplePerson> staff) {
    return SampleTable.of(
        SHEET,
        lines(employer, staff),
        new Column("序号", SERIAL),
        new Column("单位编号", CODE),
        new Column("单位名称", EMPLOYER),
        new Column("姓名", NAME),
        new Column("证件类型", KIND),
        new Column("证件号码", ID),
        new Column("月均工资", WAGE),
        new Column("职工签字", line -> text("已签")),
        new Column("备注", REMARKS));
  }

  static SampleTable department(String sheet, SampleEmployer employer, List<SamplePerson> staff) {
    return SampleTable.of(
        sheet,
        lines(employer, staff),
        new Column("序号", SERIAL),
        new Column("单位编号", CODE),
        new Column("单位名称", EMPLOYER),
        new Column("姓名", NAME),
        new Column("证件类型", KIND),
        new Column("证件号码", ID),
        new Column("月均工资", WAGE));
  }

  /** 5000.00 as clerks type it. */
  static SampleTable textWages(SampleEmployer employer, List<SamplePerson> staff) {
    SampleTable table = SampleTable.template(employer, staff);
    for (int i = 0; i < staff.size(); i++) {
      table.set(i, "月均工资", text(typed(staff.get(i).declared(), i)));
    }
    return table;
  }

  static SampleTable fullWidth(SampleEmployer employer, List<SamplePerson> staff) {
    SampleTable table = SampleTable.template(employer, staff);
    for (int i = 0; i < staff.size(); i++) {
      table.set(i, "证件号码", text(fullWidth(staff.get(i).number())));
      table.set(i, "月均工资", text(fullWidth(staff.get(i).declared().toPlainString())));
    }
    return table;
  }

  static SampleTable formulas(SampleEmployer employer, List<SamplePerson> staff) {
    SampleTable table = SampleTable.template(employer, staff);
    for (int i = 0; i < staff.size(); i++) {
      BigDecimal wage = staff.get(i).declared();
      String year = wage.multiply(BigDecimal.valueOf(12)).toPlainString();
      table.set(i, "月均工资", new SampleCell.Formula("ROUND(" + year + "/12,2)", wage));
    }
    return table;
  }

  /** Numbers of 15 digits, every second one in a numeric cell, where nothing is lost yet. */
  static SampleTable oldNumbers(SampleEmployer employer, List<SamplePerson> staff) {
    SampleTable table = SampleTable.template(employer, staff);
    for (int i = 0; i < staff.size(); i++) {
      String old = staff.get(i).oldNumber();
      table.set(i, "证件号码", i % 2 == 0 ? text(old) : number(old));
    }
    return table;
  }

  static String fullWidth(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(c -> wide.append((char) (c - 0x20 + 0xFF00)));
    return wide.toString();
  }

  private static String typed(BigDecimal wage, int way) {
    String digits = wage.toPlainString();
    return switch (way % 4) {
      case 0 -> grouped(digits);
      case 1 -> fullWidth(digits);
      case 2 -> digits + "元";
      default -> "￥" + digits;
    };
  }

  private static String grouped(String digits) {
    int point = digits.indexOf('.');
    return digits.substring(0, point - 3) + "," + digits.substring(point - 3);
  }
}
