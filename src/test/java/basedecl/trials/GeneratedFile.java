package basedecl.trials;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A file made by chance from a seed: a plain draft, some of the kinds of honest writing, and in
 * every second file something wrong.
 */
record GeneratedFile(long seed, List<Kind> kinds, Draft draft, List<Grid> grids) {

  private static final int TRIES = 60;

  static GeneratedFile of(long seed) {
    Draft draft = Draft.plain(seed);
    Random random = Draft.random(~seed);
    List<Kind> planted = new ArrayList<>();
    plant(draft, random, Kind.honest(), random.nextInt(5), planted);
    int faults = random.nextInt(2) * (random.nextInt(4) == 0 ? 2 : 1);
    // What leaves nobody or no column to plant in comes last.
    plant(draft, random, Kind.faults(), faults, planted);
    return new GeneratedFile(seed, planted, draft, Layout.of(draft));
  }

  private static void plant(
      Draft draft, Random random, List<Kind> choices, int count, List<Kind> planted) {
    List<Kind> order = new ArrayList<>(choices);
    Collections.shuffle(order, random);
    int done = 0;
    for (int i = 0; i < Math.min(order.size(), TRIES) && done < count; i++) {
      if (draft.people().findAny().isPresent() && order.get(i).plant().test(draft)) {
        planted.add(order.get(i));
        done++;
      }
    }
  }

  boolean isHonest() {
    return kinds.stream().noneMatch(Kind::fault);
  }

  byte[] bytes() throws IOException {
    return draft.carrier.write(grids, draft.recalculates, Draft.random(seed));
  }

  List<String> folders() {
    return draft.codeIn == Draft.CodeIn.FOLDER
        ? List.copyOf(draft.employerNames.keySet())
        : List.of("inbox");
  }

  @Override
  public String toString() {
    return "seed %d, %s, code in %s%s, %s\n%s"
        .formatted(
            seed,
            draft.carrier,
            draft.codeIn,
            draft.recalculates ? ", recalculates" : "",
            kinds,
            grids.stream().map(Grid::dump).collect(Collectors.joining()));
  }
}
