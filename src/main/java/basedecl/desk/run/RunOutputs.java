package basedecl.desk.run;

import basedecl.desk.page.WorkbookAnswer;
import basedecl.file.FileDigest;
import basedecl.ledger.run.RunLedger;
import basedecl.ledger.run.RunLedger.Artifact;
import basedecl.policy.Population;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;

/**
 * The files that a run wrote: those that the ledger names for it, and of these only what lies in
 * the desk's output folders still as it was written. A later run may have put its own in the place.
 */
final class RunOutputs {

  private static final Map<String, MediaType> TYPES =
      Map.of(
          "xlsx",
          MediaType.parseMediaType(WorkbookAnswer.XLSX),
          "docx",
          MediaType.parseMediaType(
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
          "csv",
          MediaType.parseMediaType("text/csv;charset=UTF-8"),
          "json",
          MediaType.APPLICATION_JSON);

  private static final String AGENCIES = "agencies";

  private final Path folder;
  private final Path dryFolder;
  private final RunLedger ledger;

  /**
   * @param folder where the desk's runs write
   * @param dryFolder where their dry runs do
   */
  RunOutputs(Path folder, Path dryFolder, RunLedger ledger) {
    this.folder = folder;
    this.dryFolder = dryFolder;
    this.ledger = ledger;
  }

  Path folder() {
    return folder;
  }

  Path dryFolder() {
    return dryFolder;
  }

  /** What a run wrote, in order of the paths. */
  List<Artifact> of(long runId) {
    return ledger.artifacts(runId).stream()
        .filter(artifact -> artifact.direction() == RunLedger.Direction.OUTPUT)
        .toList();
  }

  /** Whether a file of that path lies there at all; whether it is the run's, its bytes tell. */
  boolean isThere(Artifact output) {
    return places().stream().anyMatch(each -> place(each, output).isPresent());
  }

  /** The file as the run wrote it; empty where it is gone or another run's. */
  Optional<Path> find(Artifact output) throws IOException {
    for (Path each : places()) {
      Optional<Path> place = place(each, output);
      if (place.isPresent() && FileDigest.sha256(place.get()).equals(output.sha256())) {
        return place;
      }
    }
    return Optional.empty();
  }

  /** Where runs write; the same path may lie in more than one of them. */
  private List<Path> places() {
    return List.of(folder, folder.resolve(Population.RETIREES.word()), dryFolder);
  }

  /** What a download is called: an agency's workbooks are called alike but for their folder. */
  static String downloadName(Artifact output) {
    List<String> names = List.of(output.path().replace('\\', '/').split("/"));
    int last = names.size() - 1;
    return last == 2 && names.get(0).equals(AGENCIES)
        ? names.get(1) + "-" + names.get(last)
        : names.get(last);
  }

  static MediaType type(String path) {
    String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(ending, MediaType.APPLICATION_OCTET_STREAM);
  }

  private static Optional<Path> place(Path folder, Artifact output) {
    try {
      Path root = folder.toRealPath();
      Path place = root.resolve(output.path()).toRealPath();
      return place.startsWith(root) && Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
          ? Optional.of(place)
          : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }
}
