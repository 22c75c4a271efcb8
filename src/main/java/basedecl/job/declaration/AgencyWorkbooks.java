package basedecl.job.declaration;

import basedecl.file.ReplacedFile.Written;
import basedecl.job.intake.IntakeOutputs;
import basedecl.job.run.Partitions;
import basedecl.job.run.Progress;
import basedecl.job.run.SideBySide;
import basedecl.job.run.SideBySide.Work;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.report.YearHeading;
import basedecl.report.declaration.ProvinceSummaryWorkbook;
import basedecl.report.declaration.ProvinceSummaryWorkbook.Line;
import basedecl.report.declaration.SpecialPersonSheet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The year's workbooks of each agency in a folder of its own, several agencies at a time, and one
 * summary over them that adds up to them. Every person is streamed from the ledger into its
 * agency's workbook; none is held.
 */
final class AgencyWorkbooks {

  private final YearPeople people;
  private final IntakeOutputs outputs;
  private final Progress progress;
  private final YearPicture all;
  private final Map<String, Agency> agencies = new TreeMap<>();

  /** What one agency's employers come to, and where its workbooks lie. */
  private record Agency(
      String agency, String folder, YearPicture picture, YearWorkbooks workbooks) {}

  /**
   * The search for people whom others declare too, who pass in the order of the city's sheets: once
   * more, beside the agencies' own.
   */
  interface Search {
    void pass();

    SpecialPersonSheet found();
  }

  /**
   * @param headings the heading of declarations: who of them stands on other limits
   */
  AgencyWorkbooks(
      YearPeople people,
      IntakeOutputs outputs,
      Progress progress,
      YearPicture all,
      Function<List<DeclarationRecord>, YearHeading> headings) {
    this.people = people;
    this.outputs = outputs;
    this.progress = progress;
    this.all = all;
    Path parent = outputs.folder().resolve(AgencyFolders.PARENT);
    AgencyFolders.of(all.agencies())
        .forEach(
            (agency, folder) -> {
              YearPicture own = all.only(agency);
              YearPicture picture = own.with(headings.apply(own.declarations()));
              agencies.put(
                  agency,
                  new Agency(
                      agency,
                      AgencyFolders.PARENT + "/" + folder,
                      picture,
                      new YearWorkbooks(outputs, parent.resolve(folder), picture)));
            });
  }

  /** Writes them all; the summary over them comes first. */
  List<Written> write(Search search) throws IOException {
    Map<String, List<Written>> people = people(search);
    SpecialPersonSheet special = search.found();
    Map<String, List<Written>> others = others(special);
    List<Written> written = new ArrayList<>(List.of(summary(special)));
    for (String agency : agencies.keySet()) {
      written.addAll(Objects.requireNonNull(others.get(agency)));
      written.addAll(Objects.requireNonNull(people.get(agency)));
    }
    return written;
  }

  /** The agency with most people first, so that none of them is begun when all others are done. */
  private Map<String, List<Written>> people(Search search) throws IOException {
    progress.begin("people", all.totals().persons());
    try {
      List<String> largestFirst =
          agencies.keySet().stream()
              .sorted(Comparator.comparing(agency -> -of(agency).picture().totals().persons()))
              .toList();
      return each(
          List.of(
              () -> {
                search.pass();
                return List.of();
              }),
          largestFirst,
          this::people);
    } finally {
      progress.end();
    }
  }

  private List<Written> people(Agency agency) throws IOException {
    return people.write(
        agency.workbooks(),
        agency.picture().declarations(),
        /* threads= */ 1,
        (declaration, person) -> {});
  }

  private Map<String, List<Written>> others(SpecialPersonSheet special) throws IOException {
    return each(
        List.of(),
        List.copyOf(agencies.keySet()),
        agency ->
            List.of(
                agency
                    .workbooks()
                    .summary(
                        special.only(
                            declaration -> agency.agency().equals(YearPicture.of(declaration)))),
                agency.workbooks().notDeclared(),
                agency.workbooks().changes()));
  }

  /** What is written for an agency. */
  private interface Writing {
    List<Written> of(Agency agency) throws IOException;
  }

  /**
   * @param before works that give no files
   */
  private Map<String, List<Written>> each(
      List<Work<List<Written>>> before, List<String> inOrder, Writing writing) throws IOException {
    List<Work<List<Written>>> works = new ArrayList<>(before);
    for (String agency : inOrder) {
      works.add(() -> writing.of(of(agency)));
    }
    List<List<Written>> written = SideBySide.all("agency-report", Partitions.count(), works);
    Map<String, List<Written>> byAgency = new TreeMap<>();
    for (int i = 0; i < inOrder.size(); i++) {
      byAgency.put(inOrder.get(i), written.get(before.size() + i));
    }
    return byAgency;
  }

  private Written summary(SpecialPersonSheet special) throws IOException {
    outputs.checkFence();
    return ProvinceSummaryWorkbook.write(
        outputs.folder(),
        all.heading(),
        agencies.values().stream()
            .map(
                agency ->
                    new Line(
                        AgencyFolders.name(agency.agency()),
                        agency.picture().totals(),
                        agency.picture().notDeclared().size(),
                        agency.folder()))
            .toList(),
        all.totals(),
        all.late(),
        special);
  }

  private Agency of(String agency) {
    return Objects.requireNonNull(agencies.get(agency));
  }
}
