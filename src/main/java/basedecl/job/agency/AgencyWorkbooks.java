package basedecl.job.agency;

import basedecl.file.ReplacedFile.Written;
import basedecl.job.run.Partitions;
import basedecl.job.run.Progress;
import basedecl.job.run.SideBySide;
import basedecl.job.run.SideBySide.Work;
import basedecl.report.AgencyLine;
import basedecl.report.YearTotals;
import basedecl.report.declaration.SpecialPersonSheet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A job's workbooks of each agency in a folder of its own, several agencies at a time, and one
 * summary over them that adds up to them.
 */
public final class AgencyWorkbooks {

  private final Progress progress;
  private final Map<String, Agency> agencies = new TreeMap<>();

  private record Agency(String folder, Share share) {}

  /** What is told of one agency's employers. */
  public interface Share {

    YearTotals totals();

    /** Employers that have not declared. */
    long notDeclared();

    /** Writes the workbooks of a line a person; everybody passes, nobody is held. */
    List<Written> people() throws IOException;

    /**
     * Writes the others.
     *
     * @param special of this agency's employers
     */
    List<Written> others(SpecialPersonSheet special) throws IOException;
  }

  /** Makes an agency's share, which is written into a folder. */
  public interface Shares {
    Share of(String agency, Path folder);
  }

  /**
   * The search for people whom others declare too, who pass in the order of the city's sheets: once
   * more, beside the agencies' own.
   *
   * @param pass lets them pass
   * @param found ends the search once they have passed, and says whom it found
   */
  public record Search(Runnable pass, Supplier<SpecialPersonSheet> found) {}

  /** Writes the summary over all agencies, of a line each in their order. */
  public interface Summary {
    Written write(List<AgencyLine> lines, SpecialPersonSheet special) throws IOException;
  }

  /**
   * @param outputs the folder under which the agencies' own lie
   * @param named the agencies; {@code ""} for employers of whom none is named
   */
  public AgencyWorkbooks(Path outputs, Progress progress, Collection<String> named, Shares shares) {
    this.progress = progress;
    AgencyFolders.of(named)
        .forEach(
            (agency, folder) -> {
              String path = AgencyFolders.PARENT + "/" + folder;
              agencies.put(agency, new Agency(path, shares.of(agency, outputs.resolve(path))));
            });
  }

  /** Writes them all; the summary over them comes first. */
  public List<Written> write(Search search, Summary summary) throws IOException {
    Map<String, List<Written>> people = people(search);
    SpecialPersonSheet special = search.found().get();
    Map<String, List<Written>> others =
        each(
            List.of(),
            List.copyOf(agencies.keySet()),
            agency ->
                of(agency)
                    .share()
                    .others(
                        special.only(
                            declaration -> agency.equals(AgencyFolders.agencyOf(declaration)))));
    List<Written> written = new ArrayList<>(List.of(summary.write(lines(), special)));
    for (String agency : agencies.keySet()) {
      written.addAll(Objects.requireNonNull(others.get(agency)));
      written.addAll(Objects.requireNonNull(people.get(agency)));
    }
    return written;
  }

  /** The agency with most people first, so that none of them is begun when all others are done. */
  private Map<String, List<Written>> people(Search search) throws IOException {
    progress.begin("people", agencies.keySet().stream().mapToLong(this::persons).sum());
    try {
      List<String> largestFirst =
          agencies.keySet().stream()
              .sorted(Comparator.comparing(agency -> -persons(agency)))
              .toList();
      return each(
          List.of(
              () -> {
                search.pass().run();
                return List.of();
              }),
          largestFirst,
          agency -> of(agency).share().people());
    } finally {
      progress.end();
    }
  }

  private long persons(String agency) {
    return of(agency).share().totals().persons();
  }

  /** What is written for an agency. */
  private interface Writing {
    List<Written> of(String agency) throws IOException;
  }

  /**
   * @param before works that give no files
   */
  private static Map<String, List<Written>> each(
      List<Work<List<Written>>> before, List<String> inOrder, Writing writing) throws IOException {
    List<Work<List<Written>>> works = new ArrayList<>(before);
    for (String agency : inOrder) {
      works.add(() -> writing.of(agency));
    }
    List<List<Written>> written = SideBySide.all("agency-report", Partitions.count(), works);
    Map<String, List<Written>> byAgency = new TreeMap<>();
    for (int i = 0; i < inOrder.size(); i++) {
      byAgency.put(inOrder.get(i), written.get(before.size() + i));
    }
    return byAgency;
  }

  private List<AgencyLine> lines() {
    return agencies.entrySet().stream()
        .map(
            each ->
                new AgencyLine(
                    AgencyFolders.name(each.getKey()),
                    each.getValue().share().totals(),
                    each.getValue().share().notDeclared(),
                    each.getValue().folder()))
        .toList();
  }

  private Agency of(String agency) {
    return Objects.requireNonNull(agencies.get(agency));
  }
}
