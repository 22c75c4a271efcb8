package basedecl.job.support.intake;

import basedecl.declaration.Finding;
import basedecl.job.support.FenceGuard;
import basedecl.job.support.WorkFolder;
import basedecl.ledger.FileRecord;
import basedecl.ledger.IntakeFile;
import basedecl.ledger.ReceiptLedger;
import basedecl.spreadsheet.MarkedWorkbook;
import basedecl.spreadsheet.ReplacedFile.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * For each refused file the employer's own workbook with every bad cell marked. It lies under the
 * file's path within the inbox, in ASCII: other characters become {@code _} and the file's number
 * in the run keeps the names apart.
 */
public final class ReturnedWorkbooks {

  private static final int LONGEST_NAME = 120;
  private static final int MOST_CONTACTS = 5;

  private final WorkFolder work;
  private final ReceiptLedger receipts;
  private final MarkedWorkbook marked;
  private final Contacts contacts;
  private final FenceGuard fence;

  public ReturnedWorkbooks(
      WorkFolder work,
      ReceiptLedger receipts,
      MarkedWorkbook marked,
      Contacts contacts,
      FenceGuard fence) {
    this.work = work;
    this.receipts = receipts;
    this.marked = marked;
    this.contacts = contacts;
    this.fence = fence;
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

  /** Writes one workbook for each file with a refused part. */
  public List<Written> write(Path folder, List<IntakeFile> files, List<FileRecord> lines)
      throws IOException {
    Set<Sent> refused =
        lines.stream()
            .filter(line -> line.verdict() == FileRecord.Verdict.REJECTED)
            .map(Sent::of)
            .collect(Collectors.toSet());
    WorkFolder.createOwnerOnly(folder);
    Set<String> taken = new HashSet<>();
    List<Written> written = new ArrayList<>();
    for (IntakeFile file : files) {
      if (refused.contains(Sent.of(file))) {
        List<Finding> findings = receipts.findings(file.fileId());
        Path target = folder.resolve(name(file, taken));
        WorkFolder.createOwnerOnly(Objects.requireNonNullElse(target.getParent(), folder));
        fence.checkNow();
        written.add(marked.write(work.whereIs(file), findings, contacts(file, lines), target));
      }
    }
    removeOthers(folder, written);
    return written;
  }

  private List<String> contacts(IntakeFile file, List<FileRecord> lines) {
    return lines.stream()
        .filter(line -> Sent.of(line).equals(Sent.of(file)))
        .map(line -> contacts.of(line.employer()))
        .flatMap(Optional::stream)
        .distinct()
        .limit(MOST_CONTACTS)
        .toList();
  }

  /** What an earlier run wrote here would look like an answer of this one. */
  private static void removeOthers(Path folder, List<Written> written) throws IOException {
    Set<Path> kept = written.stream().map(Written::path).collect(Collectors.toSet());
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.toString().endsWith(".xlsx") && !kept.contains(file)) {
          Files.delete(file);
        }
      }
    }
  }

  private static String name(IntakeFile file, Set<String> taken) {
    String ascii = file.path().replaceAll("[^A-Za-z0-9._/-]", "_").replaceAll("\\.+/|/\\.+", "/_");
    String name = ascii.endsWith(".xlsx") ? ascii : ascii + ".xlsx";
    boolean plain = ascii.equals(file.path()) && name.length() <= LONGEST_NAME;
    if (plain && taken.add(name)) {
      return name;
    }
    String stem = name.substring(0, name.length() - ".xlsx".length());
    String kept = stem.length() > LONGEST_NAME ? stem.substring(0, LONGEST_NAME) : stem;
    String numbered = kept + "-" + file.sequence() + ".xlsx";
    taken.add(numbered);
    return numbered;
  }
}
