package basedecl.job.agency;

import basedecl.job.intake.IntakeOutputs;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What earlier runs left of the year's workbooks where this run writes none: those of an agency
 * that has no employers any more, or of the city where each agency has its own, and the other way
 * round. They would be taken for today's. Other years and other files stay, also those of other
 * jobs, such as an audit's {@code flagged-YEAR.xlsx}.
 */
public final class EarlierWorkbooks {

  private final IntakeOutputs outputs;
  private final List<String> names;

  /**
   * @param names of the job's workbooks of the year, in whichever folder
   */
  public EarlierWorkbooks(IntakeOutputs outputs, List<String> names) {
    this.outputs = outputs;
    this.names = names;
  }

  /** Removes them once everything that is written stands in its place. */
  public void removeAllBut(List<Path> written) throws IOException {
    Set<Path> kept =
        written.stream().map(file -> file.toAbsolutePath().normalize()).collect(Collectors.toSet());
    remove(outputs.folder(), kept);
    Path agencies = outputs.folder().resolve(AgencyFolders.PARENT);
    for (Path folder : foldersIn(agencies)) {
      remove(folder, kept);
      deleteIfEmpty(folder);
    }
    deleteIfEmpty(agencies);
  }

  private void remove(Path folder, Set<Path> kept) throws IOException {
    for (String name : names) {
      Path file = folder.resolve(name).toAbsolutePath().normalize();
      if (!kept.contains(file)) {
        if (outputs.isOfThisJob(file)) {
          Files.deleteIfExists(file);
        }
        // What a run that was killed had begun.
        Files.deleteIfExists(folder.resolve("." + name + ".part"));
      }
    }
  }

  private static List<Path> foldersIn(Path parent) throws IOException {
    if (!Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(parent)) {
      return folders
          .filter(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    }
  }

  private static void deleteIfEmpty(Path folder) throws IOException {
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException e) {
      // Something else lies in it, which is not this run's.
      return;
    }
  }
}
