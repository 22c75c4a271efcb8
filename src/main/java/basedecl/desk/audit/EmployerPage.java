package basedecl.desk.audit;

import basedecl.desk.audit.ListPage.Choice;
import java.util.List;

/**
 * What is known of an employer, and what came of it.
 *
 * @param declared whether there is a declaration in force; without one most of the rest is empty
 * @param month whose figures the declaration is shown with
 * @param rule the threshold and where it is laid down; empty where the policy has none
 * @param signals what stands, {@code cleared} what the audit before had found that stands no more
 * @param tax what holding the people against the tax file gave; empty where there was none
 * @param notice whether the last audit wrote one that is still where it was written
 * @param mayAssess whether wages can be assessed now
 * @param underWay whether an assessment is on its way to the ledger
 */
record EmployerPage(
    String code,
    String name,
    String agency,
    String telephone,
    boolean declared,
    String month,
    Figures figures,
    String rule,
    List<Signal> signals,
    List<Signal> cleared,
    List<Fact> tax,
    YearsPicture years,
    List<Version> versions,
    boolean notice,
    List<Outcome> outcomes,
    List<Choice> kinds,
    boolean mayAssess,
    boolean underWay) {

  /** The declaration in force in the month. */
  record Figures(
      String version,
      String state,
      String persons,
      String atLower,
      String belowLower,
      String share,
      boolean flagged,
      String declaredTotal,
      String baseTotal,
      String dues) {}

  /**
   * A signal.
   *
   * @param standing 新增, 持续 or 已解除
   * @param basis where the rule is laid down
   * @param version of the declaration it was found at
   */
  record Signal(
      String title,
      String value,
      String threshold,
      String standing,
      String first,
      String version,
      String basis) {}

  /** A figure with its name. */
  record Fact(String name, String value) {}

  /** A version of the declaration, its figures as it was accepted. */
  record Version(
      int number,
      String day,
      String standing,
      String state,
      String persons,
      String atLower,
      String declaredTotal,
      String baseTotal) {}

  /** What came of the audit, or a step towards it. */
  record Outcome(String kind, String day, String by, String note, List<Assessed> lines) {}

  /** A person whose wage was assessed; the number masked. */
  record Assessed(String name, String idNumber, String wage, String months, String basis) {}
}
