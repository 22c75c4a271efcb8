package basedecl.job.intake;

import basedecl.answer.MarkedWorkbook;
import basedecl.declaration.procedure.Verdict;
import basedecl.declarationfile.DeclarationForm;
import basedecl.file.DiskFault;
import basedecl.file.OwnerOnly;
import basedecl.file.ReplacedFile.Written;
import basedecl.job.run.FenceGuard;
import basedecl.job.run.RunSummary;
import basedecl.job.run.WorkFolder;
import basedecl.ledger.intake.FileRecord;
import basedecl.ledger.intake.IntakeFile;
import basedecl.ledger.intake.ReceiptLedger;
import basedecl.message.Message;
import basedecl.spreadsheet.SpreadsheetFiles;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * For each refused file the employer's own workbook with every bad cell marked, under the name that
 * {@link AnswerNames} gives it; for a file that holds several employers one for each ({@link
 * EmployerAnswers}). An answer that cannot be written is told and fails no night; only a failing
 * disk does.
 */
public final class ReturnedWorkbooks {

  private static final Logger LOG = LoggerFactory.getLogger(ReturnedWorkbooks.class);

  private static final int MOST_CONTACTS = 5;
  private static final String ANSWER = ".xlsx";
  private static final String TWICE = "people-twice";

  private final WorkFolder work;
  private final ReceiptLedger receipts;
  private final MarkedWorkbook marked;
  private final EmployerAnswers several;
  private final Contacts contacts;
  private final FenceGuard fence;
  private final RunSummary report;

  public ReturnedWorkbooks(
      WorkFolder work,
      ReceiptLedger receipts,
      MarkedWorkbook marked,
      SpreadsheetFiles spreadsheets,
      DeclarationForm form,
      Contacts contacts,
      FenceGuard fence,
      RunSummary report) {
    this.work = work;
    this.receipts = receipts;
    this.marked = marked;
    this.several = new EmployerAnswers(spreadsheets, form, marked, contacts);
    this.contacts = contacts;
    this.fence = fence;
    this.report = report;
  }

  /** A path may bring two files in one run: the second came while the first was being read. */
  private record Sent(String path, String sha256) {

    static Sent of(FileRecord line) {
      return new Sent(line.file(), line.sha256());
    }

    static Sent of(IntakeFile file) {
      return new Sent(file.path(), file.sha256().orElse(""));
    }
  }

  /** Whom an employer may call. */
  public interface Contacts {

    /** A line with the employer's agency and its telephones; empty where they are not known. */
    Optional<String> of(String employerCode);
  }

  /**
   * Writes one workbook for each file with a refused part, or for each refused employer of a file
   * that holds several.
   */
  public List<Written> write(
      Path folder, List<IntakeFile> files, List<FileRecord> lines, List<SpecialPersons.Told> told)
      throws IOException {
    Map<Sent, List<FileRecord>> byFile =
        lines.stream().collect(Collectors.groupingBy(Sent::of, Collectors.toList()));
    OwnerOnly.createFolders(folder);
    AnswerNames names = new AnswerNames();
    List<Written> written = new ArrayList<>();
    for (IntakeFile file : files) {
      List<FileRecord> own = byFile.getOrDefault(Sent.of(file), List.of());
      if (own.stream().anyMatch(line -> line.verdict() == Verdict.REJECTED)) {
        fence.checkNow();
        written.addAll(answers(folder, names, file, own));
      }
    }
    written.addAll(told(folder, names, told));
    removeOthers(folder, written);
    return written;
  }

  /** One list for each employer whose people another one declares as well. */
  private List<Written> told(Path folder, AnswerNames names, List<SpecialPersons.Told> told)
      throws IOException {
    List<Written> written = new ArrayList<>();
    if (!told.isEmpty()) {
      AnswerNames.Folder answers = names.folder(TWICE);
      clear(folder, folder.resolve(answers.path()).resolve(ANSWER));
      for (SpecialPersons.Told one : told) {
        fence.checkNow();
        String path = answers.of(one);
        written.addAll(written(path, 0, () -> List.of(several.told(one, folder.resolve(path)))));
      }
    }
    return written;
  }

  private List<Written> answers(
      Path folder, AnswerNames names, IntakeFile file, List<FileRecord> own) throws IOException {
    EmployerAnswers.Refused refused =
        new EmployerAnswers.Refused(
            file, work.whereIs(file), own, receipts.findings(file.fileId()));
    boolean ofSeveral = several.concern(refused);
    if (ofSeveral && EmployerAnswers.areTold(refused)) {
      AnswerNames.Folder each = names.folder(file);
      report.warn(Message.of("job.warn-answers-apart", RunSummary.shown(file.path()), each.path()));
      return written(
          file,
          () -> {
            clear(folder, folder.resolve(each.path()).resolve(ANSWER));
            return several.each(refused, folder, each);
          });
    }
    AnswerNames.Name name = names.of(file);
    Path target = folder.resolve(name.path());
    return written(
        file,
        () -> {
          clear(folder, target);
          OwnerOnly.createFolders(Objects.requireNonNullElse(target.getParent(), folder));
          Written answer =
              ofSeveral
                  ? several.whole(refused, target)
                  : marked.write(refused.source(), refused.findings(), contacts(own), target);
          if (!name.plain()) {
            report.warn(
                Message.of("job.warn-answer-renamed", RunSummary.shown(file.path()), name.path()));
          }
          return List.of(answer);
        });
  }

  /** What writes the answers to a file. */
  private interface Writing {
    List<Written> write() throws IOException;
  }

  private List<Written> written(IntakeFile file, Writing writing) throws IOException {
    return written(file.path(), file.fileId(), writing);
  }

  private List<Written> written(String path, long fileId, Writing writing) throws IOException {
    try {
      return writing.write();
    } catch (IOException | IllegalArgumentException | IllegalStateException | OutOfMemoryError e) {
      if (DiskFault.is(e)) {
        throw e;
      }
      LOG.warn("The answer to file {} failed: {}", fileId, e.getClass().getName());
      report.warn(Message.of("job.warn-answer-failed", RunSummary.shown(path)));
      return List.of();
    }
  }

  /** An earlier run's answer may lie where a folder is to be now, or its folder where a file is. */
  private static void clear(Path folder, Path target) throws IOException {
    for (Path above = target.getParent();
        above != null && !above.equals(folder);
        above = above.getParent()) {
      if (Files.isRegularFile(above) && above.toString().endsWith(ANSWER)) {
        Files.delete(above);
      }
    }
    if (Files.isDirectory(target)) {
      removeOthers(target, List.of());
    }
  }

  private List<String> contacts(List<FileRecord> own) {
    return own.stream()
        .map(line -> contacts.of(line.employer()))
        .flatMap(Optional::stream)
        .distinct()
        .limit(MOST_CONTACTS)
        .toList();
  }

  /** What an earlier run wrote here would look like an answer of this one. */
  private static void removeOthers(Path folder, List<Written> written) throws IOException {
    Set<Path> kept = written.stream().map(Written::path).collect(Collectors.toSet());
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      if (Files.isDirectory(file)) {
        removeEmpty(file);
      } else if (Files.isRegularFile(file)
          && file.toString().endsWith(ANSWER)
          && !kept.contains(file)) {
        Files.delete(file);
      }
    }
  }

  private static void removeEmpty(Path folder) throws IOException {
    try {
      Files.delete(folder);
    } catch (DirectoryNotEmptyException e) {
      LOG.debug("A folder of receipts is still in use");
    }
  }
}
