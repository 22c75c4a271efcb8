package basedecl.report.declaration;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.say;
import static basedecl.report.ReportTexts.yuan;

import basedecl.declaration.Employer;
import basedecl.declaration.procedure.DeclarationDeadline;
import basedecl.file.ReplacedFile.Written;
import basedecl.message.Language;
import basedecl.money.Money;
import basedecl.money.Percent;
import basedecl.policy.rule.Imputation;
import basedecl.report.AgencyTelephones;
import basedecl.report.PolicyHeading;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code not-declared-YEAR.xlsx}: the employers of the roster without a declaration, in order of
 * their code. Assessed is {@code HALF_UP(last month's amount × factor, 2)}, yuan a month (Social
 * Insurance Law art. 62), or what is owed by last year's wages where the policy lets them serve;
 * blank until the last day to declare has passed, where the policy has no factor, and where last
 * month's amount is unknown.
 */
public final class NotDeclaredWorkbook {

  private static final TableColumn[] COLUMNS = {
    TableColumn.text("单位编号", 16),
    TableColumn.prose("单位名称", 44),
    TableColumn.word("经办机构", 12),
    TableColumn.text("联系电话", 32),
    TableColumn.money("上月缴费额", 18),
    TableColumn.money("核定月缴费额", 18)
  };

  private NotDeclaredWorkbook() {}

  /** What the workbook of a year is called. */
  public static String fileName(int year) {
    return "not-declared-" + year + ".xlsx";
  }

  /**
   * Writes {@code not-declared-YEAR.xlsx} in {@code folder}.
   *
   * @param lastYear what is owed by last year's wages, by employer, where they serve
   */
  public static Written write(
      Path folder,
      PolicyHeading heading,
      List<Employer> employers,
      Optional<Imputation> imputation,
      Map<String, Money> lastYear)
      throws IOException {
    Function<Employer, Optional<Money>> assessed =
        employer ->
            Optional.ofNullable(lastYear.get(employer.code()))
                .or(() -> imputed(employer, imputation));
    List<Employer> ordered = new ArrayList<>(employers);
    ordered.sort(Comparator.comparing(Employer::code));
    AgencyTelephones telephones = AgencyTelephones.of(heading.policy());
    DeclarationDeadline deadline = DeclarationDeadline.of(heading.policy(), heading.year());
    boolean open = deadline.isOpen(heading.businessDate());
    Path target = folder.resolve(fileName(heading.year()));
    try (TableWorkbook workbook = TableWorkbook.at(target, heading.businessDate())) {
      TableSheet sheet =
          TableSheet.of("未申报单位", heading.title("not-declared.title"), COLUMNS)
              .withNotes(
                  open
                      ? openNotes(heading, ordered)
                      : assessedNotes(heading, ordered, imputation, assessed))
              .withNotes(
                  lastYear.isEmpty()
                      ? List.of()
                      : List.of(say("not-declared.last-year", count(lastYear.size()))))
              .withNotes(
                  telephones
                      .unknown(ordered.stream().map(Employer::agency).toList())
                      .map(warning -> warning.in(Language.ZH))
                      .stream()
                      .toList());
      TableRows rows = workbook.sheet(sheet, ordered.size());
      for (Employer employer : ordered) {
        rows.row()
            .text(employer.code())
            .text(employer.name())
            .text(employer.agency())
            .text(telephones.of(employer.agency()))
            .money(employer.lastMonthAmount())
            .money(open ? Optional.empty() : assessed.apply(employer));
      }
      return workbook.finish();
    }
  }

  private static Optional<Money> imputed(Employer employer, Optional<Imputation> imputation) {
    return imputation.flatMap(
        i ->
            employer
                .lastMonthAmount()
                .map(amount -> Money.rounded(amount.amount().multiply(i.factor()))));
  }

  /** The declaration is open to the end of its last day: nobody is assessed for want of it. */
  private static List<String> openNotes(PolicyHeading heading, List<Employer> employers) {
    return List.of(
        heading.policyNote(),
        say("not-declared.open", heading.declareBy().orElse("")),
        say("not-declared.totals-open", count(employers.size()), yuan(lastMonth(employers))));
  }

  private static List<String> assessedNotes(
      PolicyHeading heading,
      List<Employer> employers,
      Optional<Imputation> imputation,
      Function<Employer, Optional<Money>> each) {
    String assessment =
        imputation
            .map(i -> say("not-declared.factor", Percent.exact(i.factor()), i.citation().text()))
            .orElseGet(() -> say("not-declared.no-factor"));
    Optional<Money> assessed =
        imputation.map(
            i ->
                employers.stream()
                    .flatMap(e -> each.apply(e).stream())
                    .reduce(Money.ZERO, Money::plus));
    List<String> notes = new ArrayList<>(List.of(heading.policyNote()));
    heading.declareBy().map(day -> say("not-declared.deadline", day)).ifPresent(notes::add);
    notes.add(assessment);
    notes.add(
        say(
            "not-declared.totals",
            count(employers.size()),
            yuan(lastMonth(employers)),
            yuan(assessed)));
    return notes;
  }

  private static Money lastMonth(List<Employer> employers) {
    return employers.stream()
        .flatMap(e -> e.lastMonthAmount().stream())
        .reduce(Money.ZERO, Money::plus);
  }
}
