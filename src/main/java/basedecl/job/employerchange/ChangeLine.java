package basedecl.job.employerchange;

import basedecl.cell.CellFaults;
import basedecl.cell.Characters;
import basedecl.declaration.change.ChangeField;
import basedecl.declaration.change.ChangeKind;
import basedecl.declaration.change.EmployerChange;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.job.submitted.SubmittedFile;
import basedecl.job.submitted.SubmittedLine;
import basedecl.table.HeaderSpec;
import basedecl.table.KnownHeader;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A line of a table of changes.
 *
 * <pre>
 * 单位编号      required  an employer of the roster
 * 单位名称      optional  only for its reader
 * 变动         required  更名, 变更经办机构, 合并, 分立 or 注销
 * 生效日期      required  a day; the change holds from then on
 * 新单位名称    optional  with 更名; with 分立 where the new employer is not on the roster
 * 新经办机构    optional  with 变更经办机构, a name of the directory; may stand with 分立
 * 关联单位编号   optional  with 合并 the employer merged into, with 分立 the one that splits off
 * 承继欠费      optional  是 or 否, with 分立: whether the new employer bears the arrears so far
 * 依据         optional  the document it rests on
 *
 * 单位编号,变动,生效日期,新单位名称,新经办机构,关联单位编号,依据
 * 0370700001,更名,2024-04-01,潍坊新名机械有限公司,,,准予变更登记通知书  → the new name from April on
 * 0370700002,合并,2024-06-15,,,0370700001,合并协议  → owes June, nothing from July on
 * 0370700003,合并,2024-06-15,,,0370700003,  → CHANGE_CONTRADICTED: into itself
 * </pre>
 */
record ChangeLine(SubmittedLine<ChangeField> line, SubmittedFile file, EmployerChange change) {

  static final HeaderSpec<ChangeField> HEADER =
      HeaderSpec.of(ChangeField.class)
          .required(ChangeField.EMPLOYER_CODE, KnownHeader.EMPLOYER_CODE)
          .optional(ChangeField.EMPLOYER_NAME, KnownHeader.EMPLOYER_NAME)
          .required(ChangeField.KIND, "变动", "变动类型", "变更类型", "变动事项")
          .required(ChangeField.DAY, "生效日期", "变动日期", "变更日期")
          .optional(ChangeField.NEW_NAME, "新单位名称", "变更后名称", "变更后单位名称")
          .optional(ChangeField.NEW_AGENCY, "新经办机构", "变更后经办机构", "转入经办机构")
          .optional(ChangeField.PARTNER, "关联单位编号", "承继单位编号", "并入单位编号")
          .optional(ChangeField.ARREARS_PASS, "承继欠费", "是否承继欠费")
          .optional(ChangeField.BASIS, "依据", "变动依据", "文号")
          .build();

  private static final int LONGEST_CODE = 64;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_AGENCY = 60;
  private static final int LONGEST_BASIS = 500;
  private static final Map<String, Boolean> YES_OR_NO = Map.of("", false, "否", false, "是", true);

  /** Reads a line; what is wrong with it is left with it. */
  static Optional<ChangeLine> read(
      SubmittedLine<ChangeField> line, SubmittedFile file, Predicate<String> known) {
    String code = code(line, ChangeField.EMPLOYER_CODE, known);
    if (code.isEmpty()) {
      line.faults(ChangeField.EMPLOYER_CODE).add(FindingCode.EMPLOYER_MISSING);
    } else if (code.length() > LONGEST_CODE) {
      line.faults(ChangeField.EMPLOYER_CODE).add(FindingCode.EMPLOYER_UNKNOWN);
    }
    Optional<ChangeKind> kind =
        line.word(ChangeField.KIND, ChangeKind.byWord(), ChangeKind.titles(), code);
    Optional<LocalDate> day = line.day(ChangeField.DAY, code);
    Optional<String> name = text(line, ChangeField.NEW_NAME);
    Optional<String> agency = text(line, ChangeField.NEW_AGENCY);
    Optional<String> partner =
        Optional.of(code(line, ChangeField.PARTNER, known)).filter(text -> !text.isEmpty());
    Optional<Boolean> pass = line.word(ChangeField.ARREARS_PASS, YES_OR_NO, "是、否", code);
    String basis = line.readableText(ChangeField.BASIS);
    checkLengths(line, code, name, agency, partner, basis);
    if (line.isRefused()) {
      return Optional.empty();
    }
    return Optional.of(
        new ChangeLine(
            line,
            file,
            change(
                code,
                kind.orElseThrow(),
                day.orElseThrow(),
                name,
                agency,
                partner,
                pass.orElseThrow(),
                basis)));
  }

  /** A kind takes what belongs to it; the rest of its line is for its reader. */
  private static EmployerChange change(
      String code,
      ChangeKind kind,
      LocalDate day,
      Optional<String> name,
      Optional<String> agency,
      Optional<String> partner,
      boolean pass,
      String basis) {
    boolean split = kind == ChangeKind.SPLIT;
    return new EmployerChange(
        code,
        kind,
        day,
        kind == ChangeKind.RENAMED || split ? name : Optional.empty(),
        kind == ChangeKind.MOVED || split ? agency : Optional.empty(),
        kind == ChangeKind.MERGED || split ? partner : Optional.empty(),
        kind == ChangeKind.MERGED || (split && pass),
        basis);
  }

  /** As it stands there; without blanks and full-width forms where only that one is known. */
  private static String code(
      SubmittedLine<ChangeField> line, ChangeField field, Predicate<String> known) {
    String written = line.text(field).strip();
    String compact = Characters.compact(written);
    return !known.test(written) && known.test(compact) ? compact : written;
  }

  private static Optional<String> text(SubmittedLine<ChangeField> line, ChangeField field) {
    return Optional.of(line.readableText(field).strip()).filter(text -> !text.isEmpty());
  }

  private static void checkLengths(
      SubmittedLine<ChangeField> line,
      String code,
      Optional<String> name,
      Optional<String> agency,
      Optional<String> partner,
      String basis) {
    if (name.orElse("").length() > LONGEST_NAME) {
      line.faults(ChangeField.NEW_NAME, code)
          .add(
              FindingCode.TEXT_TOO_LONG,
              Reason.EMPLOYER_NAME_TOO_LONG,
              Integer.toString(LONGEST_NAME));
    }
    if (agency.orElse("").length() > LONGEST_AGENCY) {
      line.faults(ChangeField.NEW_AGENCY, code).add(FindingCode.TEXT_TOO_LONG);
    }
    if (partner.orElse("").length() > LONGEST_CODE) {
      line.faults(ChangeField.PARTNER, code).add(FindingCode.EMPLOYER_UNKNOWN);
    }
    if (basis.length() > LONGEST_BASIS) {
      line.faults(ChangeField.BASIS, code).add(FindingCode.TEXT_TOO_LONG, Reason.BASIS_TOO_LONG);
    }
  }

  /** Where the faults of a column's cell go. */
  CellFaults faults(ChangeField field) {
    return line.faults(field, change.code());
  }
}
