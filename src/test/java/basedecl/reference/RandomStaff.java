package basedecl.reference;

import basedecl.reference.RandomYear.Change;
import basedecl.reference.RandomYear.Declared;
import basedecl.reference.RandomYear.Happening;
import basedecl.reference.RandomYear.Line;
import basedecl.reference.RandomYear.StaffChanged;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * People who come and go in a random year: rows that say from and until when, newcomers among the
 * rows, and runs of staff-changes with joining, leaving and moving, in any order, some of them said
 * twice and some impossible. Every fourth year has none of it.
 */
final class RandomStaff {

  private static final int FIRST_NEWCOMER = 30;

  private final Random random;
  private final boolean nobody;
  private final int employers;
  private final LocalDate end;

  RandomStaff(long seed, int employers, LocalDate end) {
    this.random = new Random(seed * 6007 + 5);
    this.nobody = seed % 4 == 0;
    this.employers = employers;
    this.end = end;
  }

  void comeAndGo(List<Happening> happenings) {
    if (nobody) {
      return;
    }
    happenings.replaceAll(each -> each instanceof Declared one ? withMonths(one) : each);
    List<Change> said = new ArrayList<>();
    int runs = random.nextInt(5);
    for (int i = 0; i < runs; i++) {
      List<Change> changes = new ArrayList<>();
      int many = 1 + random.nextInt(4);
      for (int j = 0; j < many; j++) {
        add(changes, said);
      }
      Collections.shuffle(changes, random);
      said.addAll(changes);
      LocalDate day = LocalDate.of(RandomYear.YEAR, 1, 2).plusDays(random.nextInt(370));
      happenings.add(new StaffChanged(day.isAfter(end) ? end : day, List.copyOf(changes)));
    }
  }

  private Declared withMonths(Declared declared) {
    List<Line> lines = new ArrayList<>(declared.lines());
    if (random.nextInt(4) == 0) {
      lines.add(new Line(newcomer(), wage(), 0, 0));
    }
    if (random.nextInt(3) == 0) {
      lines.replaceAll(line -> random.nextBoolean() ? withMonths(line) : line);
    }
    return new Declared(declared.day(), declared.employer(), List.copyOf(lines));
  }

  private Line withMonths(Line line) {
    int from = random.nextInt(3) == 0 ? 0 : month();
    int first = Math.max(1, from);
    boolean ends = first < 12 && (from == 0 || random.nextBoolean());
    int until = ends ? first + 1 + random.nextInt(12 - first) : 0;
    return new Line(line.person(), line.wage(), from, until);
  }

  private void add(List<Change> changes, List<Change> said) {
    int employer = random.nextInt(employers);
    int other = random.nextInt(employers);
    int month = month();
    switch (random.nextInt(6)) {
      case 0, 1 -> changes.add(new Change(employer, newcomer(), true, month, wage()));
      case 2 -> changes.add(new Change(employer, anyone(employer), false, month, wage()));
      case 3, 4 -> {
        int person = anyone(employer);
        int joins = random.nextInt(4) == 0 ? month() : month;
        changes.add(new Change(other, person, true, joins, wage()));
        changes.add(new Change(employer, person, false, month, wage()));
      }
      default -> {
        if (!said.isEmpty()) {
          changes.add(said.get(random.nextInt(said.size())));
        }
      }
    }
  }

  private int month() {
    return 1 + random.nextInt(12);
  }

  private static int homeOf(int employer, int line) {
    return employer * 10 + line;
  }

  private int anyone(int employer) {
    return random.nextInt(4) == 0 ? newcomer() : homeOf(employer, random.nextInt(4));
  }

  private int newcomer() {
    return FIRST_NEWCOMER + random.nextInt(6);
  }

  private BigDecimal wage() {
    return switch (random.nextInt(3)) {
      case 0 -> BigDecimal.valueOf(395_000 + random.nextInt(100_000), 2);
      case 1 -> BigDecimal.valueOf(1_850_000 + random.nextInt(700_000), 2);
      default -> BigDecimal.valueOf(300_000 + random.nextInt(1_500_000), 2);
    };
  }
}
