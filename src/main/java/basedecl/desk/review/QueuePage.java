package basedecl.desk.review;

import basedecl.desk.page.Pager;
import java.util.List;

/**
 * A page of the queue.
 *
 * @param agencyFixed whether the reviewer's account is of one agency
 * @param late how many under review are late, whatever shelf is shown
 * @param deadline the notice's last day in words, or empty
 * @param pickable whether several can be decided at once here
 * @param decided how many decisions wait for a run
 * @param open decisions that may be taken on several at once
 * @param underWay whether a run that takes decisions is about to begin, or under way
 * @param failed why the last such run of this desk did not end well, or empty
 */
record QueuePage(
    QueueView view,
    boolean agencyFixed,
    List<String> agencies,
    List<Integer> ages,
    List<Choice> shelves,
    String total,
    String first,
    String last,
    String late,
    int lateDays,
    String deadline,
    Pager pager,
    boolean pickable,
    boolean underWay,
    String failed,
    long decided,
    List<ReviewPage.Choice> open,
    List<Row> rows) {

  /** A shelf to choose, and how many lie on it. */
  record Choice(String word, String title, String count, boolean current) {}

  /**
   * A declaration.
   *
   * @param seen what a form says of it
   * @param days in its state
   * @param lateness what was late of the employer's steps, in words
   * @param decided what was decided and waits for the run, or empty
   * @param decision number of that decision, or empty
   */
  record Row(
      String seen,
      String employerCode,
      String employerName,
      String agency,
      String version,
      String state,
      String since,
      String days,
      boolean late,
      String persons,
      String lateness,
      String decided,
      String decision) {}

  QueuePage {
    agencies = List.copyOf(agencies);
    ages = List.copyOf(ages);
    shelves = List.copyOf(shelves);
    open = List.copyOf(open);
    rows = List.copyOf(rows);
  }
}
