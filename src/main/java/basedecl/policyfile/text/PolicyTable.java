package basedecl.policyfile.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The figures of one kind that a policy has, with their citations.
 *
 * @param head the columns' titles, empty where there are no rows
 * @param notes below the rows
 */
public record PolicyTable(String title, List<String> head, List<Row> rows, List<String> notes) {

  public PolicyTable {
    head = List.copyOf(head);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /**
   * One figure.
   *
   * @param placeholder whether no document states it
   */
  public record Row(List<String> cells, boolean placeholder) {

    public Row {
      cells = List.copyOf(cells);
    }
  }

  PolicyTable withNote(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new PolicyTable(title, head, rows, more);
  }
}
