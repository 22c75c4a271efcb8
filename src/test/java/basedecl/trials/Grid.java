package basedecl.trials;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A sheet laid out cell by cell, before it is written in one carrier or another. */
final class Grid {

  /** Merged cells, from 0, both ends included. */
  record Merged(int firstRow, int lastRow, int firstColumn, int lastColumn) {}

  final String name;
  final boolean hidden;
  final List<List<TrialCell>> rows = new ArrayList<>();
  final List<Merged> merged = new ArrayList<>();
  final Set<Integer> hiddenColumns = new TreeSet<>();

  Grid(String name, boolean hidden) {
    this.name = name;
    this.hidden = hidden;
  }

  int width() {
    return rows.stream().mapToInt(List::size).max().orElse(0);
  }

  /** The sheet as text, for whoever looks into a failure. */
  String dump() {
    StringBuilder text = new StringBuilder("  sheet " + name + (hidden ? " (hidden)" : ""));
    text.append(merged.isEmpty() ? "" : " merged " + merged);
    text.append(hiddenColumns.isEmpty() ? "\n" : " hidden columns " + hiddenColumns + "\n");
    for (int i = 0; i < rows.size(); i++) {
      text.append("  %3d ".formatted(i + 1))
          .append(rows.get(i).stream().map(Grid::shown).collect(Collectors.joining(" | ")))
          .append('\n');
    }
    return text.toString();
  }

  private static String shown(TrialCell cell) {
    String plain = cell.plain().replace("\n", "\\n");
    if (cell instanceof TrialCell.Words) {
      return plain;
    }
    if (cell instanceof TrialCell.Formula formula) {
      return "=" + formula.text() + "→" + plain;
    }
    return cell instanceof TrialCell.Amount amount && !amount.format().isEmpty()
        ? plain + "[" + amount.format() + "]"
        : "#" + plain;
  }
}
