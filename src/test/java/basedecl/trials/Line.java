package basedecl.trials;

import basedecl.finding.FindingCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A line under a table's header. */
sealed interface Line {

  TrialCell cell(Column column);

  /** A line that is nobody's. */
  record Nobody(Map<Column, TrialCell> cells) implements Line {

    @Override
    public TrialCell cell(Column column) {
      return cells.getOrDefault(column, TrialCell.blank());
    }
  }

  /** The header once more, by the titles that the columns have in the end. */
  record Titles() implements Line {

    @Override
    public TrialCell cell(Column column) {
      return TrialCell.words(column.title);
    }
  }

  /** Somebody's: how it is written, and what is meant. */
  final class Person implements Line {
    private final Map<Column, TrialCell> cells = new HashMap<>();
    final String employer;
    String name;
    String number;
    BigDecimal wage;

    /** Cells right of the header's last column. */
    final List<TrialCell> beyond = new ArrayList<>();

    /** For each thing that is wrong with it the codes of which one must be found. */
    final List<Set<FindingCode>> faults = new ArrayList<>();

    Person(String employer, String name, String number, BigDecimal wage) {
      this.employer = employer;
      this.name = name;
      this.number = number;
      this.wage = wage;
    }

    @Override
    public TrialCell cell(Column column) {
      return cells.getOrDefault(column, TrialCell.blank());
    }

    void write(Column column, TrialCell cell) {
      cells.put(column, cell);
    }

    void write(Column column, String text) {
      write(column, TrialCell.words(text));
    }

    void spoil(FindingCode first, FindingCode... others) {
      faults.add(EnumSet.of(first, others));
    }
  }
}
