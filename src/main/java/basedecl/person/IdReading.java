package basedecl.person;

import basedecl.cell.RowFault;
import java.util.List;

/** What reading 证件类型 and 证件号码 of one row gave. */
public sealed interface IdReading {

  /** A number that is right for its kind of document. */
  record Read(IdNumber number, DocumentKind kind) implements IdReading {}

  /** What is wrong, at least one fault, each in the cell where it stands. */
  record Refused(List<RowFault> faults) implements IdReading {
    public Refused {
      faults = List.copyOf(faults);
    }

    static Refused of(RowFault fault) {
      return new Refused(List.of(fault));
    }
  }
}
