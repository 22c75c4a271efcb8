package basedecl.report.employer;

import basedecl.declaration.change.EmployerChange;
import basedecl.declaration.change.EmployerHistory;
import basedecl.ledger.employer.RecordedChange;
import basedecl.message.Language;
import basedecl.message.Message;
import java.util.function.UnaryOperator;

/**
 * A change as a reader is told it.
 *
 * @param before what it replaced; blank where it replaced nothing
 * @param partner code and name of the other employer
 * @param people who stand in the declaration of an employer that is no more
 */
public record ChangeRow(
    EmployerChange change,
    String name,
    String before,
    String after,
    String partner,
    String source,
    long people) {

  /**
   * Words a change of the history.
   *
   * @param names of the employers by code
   */
  public static ChangeRow of(
      RecordedChange recorded,
      EmployerHistory history,
      UnaryOperator<String> names,
      long people,
      Language language) {
    EmployerChange change = recorded.kept().change();
    String before =
        switch (change.kind()) {
          case RENAMED -> history.nameBefore(recorded.kept());
          case MOVED -> history.agencyBefore(recorded.kept());
          default -> "";
        };
    return new ChangeRow(
        change,
        names.apply(change.code()),
        before,
        after(change).in(language),
        change.partner().map(code -> (code + " " + names.apply(code)).strip()).orElse(""),
        recorded.place(),
        people);
  }

  private static Message after(EmployerChange change) {
    String partner = change.partner().orElse("");
    String month = change.firstMonthAfter().toString();
    return switch (change.kind()) {
      case RENAMED -> Message.of("employerchange.after.RENAMED", change.name().orElse(""));
      case MOVED -> Message.of("employerchange.after.MOVED", change.agency().orElse(""));
      case MERGED -> Message.of("employerchange.after.MERGED", month, partner);
      case CLOSED -> Message.of("employerchange.after.CLOSED", month);
      case SPLIT ->
          Message.of(
              "employerchange.after." + (change.arrearsPass() ? "SPLIT-WITH-ARREARS" : "SPLIT"),
              partner,
              month);
    };
  }

  /** Whether people of the employer wait to be declared by another. */
  public boolean isEnd() {
    return change.kind().isEnd();
  }
}
