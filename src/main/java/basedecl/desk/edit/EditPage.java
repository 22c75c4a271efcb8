package basedecl.desk.edit;

import basedecl.desk.declare.Whom;
import basedecl.desk.edit.RowFaults.Fault;
import basedecl.person.DocumentKind;
import java.util.Arrays;
import java.util.List;

/**
 * The page on which a declaration is typed.
 *
 * @param begun whether there is a draft
 * @param open whether another version may be submitted
 * @param tooLarge whether the employer declared more people than are typed here
 * @param saved when the draft was saved last; empty for never
 * @param revision of the draft that the rows were made from
 * @param conflict whether somebody saved another meanwhile, so that these rows are not saved
 * @param checked whether just these rows were checked
 * @param faults what was found, errors first
 * @param sources what one can begin with
 */
record EditPage(
    Whom whom,
    boolean begun,
    boolean open,
    boolean tooLarge,
    String saved,
    int revision,
    boolean conflict,
    boolean checked,
    List<Row> rows,
    List<Fault> faults,
    List<Beginning> sources) {

  /** A row; {@code number} counts from 1. */
  record Row(
      int number,
      String name,
      String kind,
      String idNumber,
      String wage,
      String servedFrom,
      String servedUntil,
      String remarks,
      List<Fault> faults) {

    /** What was found in one of its fields. */
    public List<Fault> at(String field) {
      return faults.stream().filter(fault -> fault.field().equals(field + "-" + number)).toList();
    }

    public boolean isWrong() {
      return faults.stream().anyMatch(Fault::error);
    }

    public boolean isWrong(String field) {
      return at(field).stream().anyMatch(Fault::error);
    }
  }

  /** A declaration to begin with; {@code word} is what its button sends. */
  record Beginning(String word, int year, int version, String persons) {}

  /** A kind of document as it can be chosen. */
  record Kind(String word, String title) {}

  public List<Kind> kinds() {
    return Arrays.stream(DocumentKind.values())
        .map(kind -> new Kind(kind.name(), kind.title()))
        .toList();
  }

  public List<Fault> errors() {
    return faults.stream().filter(Fault::error).toList();
  }

  public List<Fault> remarks() {
    return faults.stream().filter(fault -> !fault.error()).toList();
  }

  public boolean isFull() {
    return rows.size() >= Drafts.MOST_PEOPLE;
  }

  public int most() {
    return Drafts.MOST_PEOPLE;
  }

  /** What the column of wages is for. */
  public String wageWord() {
    return whom.ofRetirees() ? "pension" : "wage";
  }
}
