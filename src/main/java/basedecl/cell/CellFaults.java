package basedecl.cell;

import basedecl.finding.FindingCode;

/** Where the faults of one cell go: the code and the words of its sentence. */
public interface CellFaults {
  void add(FindingCode code, String... arguments);
}
