package basedecl.trials;

import basedecl.trials.Column.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lays a draft out cell by cell. */
final class Layout {

  private final Draft draft;
  private final Map<Integer, Grid> sheets = new TreeMap<>();

  private Layout(Draft draft) {
    this.draft = draft;
  }

  static List<Grid> of(Draft draft) {
    return new Layout(draft).grids();
  }

  private List<Grid> grids() {
    int last = draft.sections.get(draft.sections.size() - 1).sheet();
    for (Section section : draft.sections) {
      Grid grid =
          sheets.computeIfAbsent(
              section.sheet(),
              number -> new Grid("表" + (number + 1), draft.hiddenLastSheet && number == last));
      section.above().forEach(row -> grid.rows.add(new ArrayList<>(row)));
      header(grid);
      draft.underHeader.forEach(line -> grid.rows.add(row(line)));
      lines(grid, section);
      section.below().forEach(row -> grid.rows.add(new ArrayList<>(row)));
      for (int i = 0; i < draft.columns.size(); i++) {
        if (draft.columns.get(i).hidden) {
          grid.hiddenColumns.add(i);
        }
      }
    }
    List<Grid> all = new ArrayList<>(sheets.values());
    all.addAll(draft.otherSheets);
    return all;
  }

  private void header(Grid grid) {
    int top = grid.rows.size();
    List<TrialCell> upper = new ArrayList<>();
    List<TrialCell> lower = new ArrayList<>();
    String group = "";
    for (int i = 0; i < draft.columns.size(); i++) {
      Column column = draft.columns.get(i);
      boolean sameGroup = !column.below.isEmpty() && column.title.equals(group);
      upper.add(sameGroup ? TrialCell.blank() : TrialCell.words(column.title));
      lower.add(TrialCell.words(column.below));
      group = column.below.isEmpty() ? "" : column.title;
      if (draft.twoLines() && column.below.isEmpty() && draft.carrier.isWorkbook()) {
        grid.merged.add(new Grid.Merged(top, top + 1, i, i));
      }
    }
    grid.rows.add(upper);
    if (draft.twoLines()) {
      grid.rows.add(lower);
      mergeGroups(grid, top);
    }
  }

  private void mergeGroups(Grid grid, int top) {
    for (int i = 0; i < draft.columns.size(); i++) {
      Column first = draft.columns.get(i);
      int end = i;
      while (!first.below.isEmpty()
          && end + 1 < draft.columns.size()
          && !draft.columns.get(end + 1).below.isEmpty()
          && draft.columns.get(end + 1).title.equals(first.title)) {
        end++;
      }
      if (end > i && draft.carrier.isWorkbook()) {
        grid.merged.add(new Grid.Merged(top, top, i, end));
      }
      i = end;
    }
  }

  private void lines(Grid grid, Section section) {
    for (int i = 0; i < section.lines().size(); i++) {
      Line line = section.lines().get(i);
      List<TrialCell> row = row(line);
      if (draft.mergedCodes && line instanceof Line.Person person) {
        int end = i;
        while (end + 1 < section.lines().size()
            && section.lines().get(end + 1) instanceof Line.Person next
            && next.employer.equals(person.employer)) {
          end++;
        }
        boolean first =
            i == 0
                || !(section.lines().get(i - 1) instanceof Line.Person before)
                || !before.employer.equals(person.employer);
        int column = draft.columns.indexOf(draft.column(Role.CODE));
        if (!first) {
          row.set(column, TrialCell.blank());
        } else if (end > i) {
          int top = grid.rows.size();
          grid.merged.add(new Grid.Merged(top, top + end - i, column, column));
        }
      }
      grid.rows.add(row);
    }
  }

  private List<TrialCell> row(Line line) {
    List<TrialCell> row = new ArrayList<>();
    if (line instanceof Line.Titles && draft.twoLines()) {
      return row;
    }
    draft.columns.forEach(column -> row.add(line.cell(column)));
    if (line instanceof Line.Person person) {
      row.addAll(person.beyond);
    }
    return row;
  }
}
