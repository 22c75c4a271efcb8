package basedecl.cell;

import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import java.util.List;
import java.util.Optional;

/** Where the faults of one cell go: the code, the reason and the words of its sentence. */
public interface CellFaults {
  void add(FindingCode code, Optional<Reason> reason, List<String> arguments);

  default void add(FindingCode code, String... arguments) {
    add(code, Optional.empty(), List.of(arguments));
  }

  default void add(FindingCode code, Reason reason, String... arguments) {
    add(code, Optional.of(reason), List.of(arguments));
  }

  default void add(RowFault fault) {
    add(fault.code(), fault.reason(), fault.arguments());
  }
}
