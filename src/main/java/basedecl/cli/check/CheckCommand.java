package basedecl.cli.check;

import basedecl.answer.MarkedWorkbook;
import basedecl.cli.ledger.OpenLedger;
import basedecl.cli.terminal.LanguageOption;
import basedecl.cli.terminal.SetOption;
import basedecl.cli.terminal.Terminal;
import basedecl.file.FileDigest;
import basedecl.finding.Finding;
import basedecl.job.check.CheckedFile;
import basedecl.job.check.LedgerCheck;
import basedecl.job.check.WithoutMonths;
import basedecl.job.intake.FileAssessment.AssessedPart;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code check FILE...}: an employer's own test before sending; nothing is kept. Where {@code --set
 * database=…} names a ledger, it is read for what only it knows: whether another version may
 * follow, whom a correction adds, whether the file was accepted before.
 */
@Command
public final class CheckCommand implements Callable<Integer> {

  /** Exit status: at least one file would be refused, in whole or in part. */
  public static final int FOUND_ERRORS = 3;

  /** A name takes 255 bytes at most; the suffix and a number are to fit as well. */
  private static final int LONGEST_STEM = 240;

  private static final int UTF8_BYTES = 4;

  /** People of a file that the ledger is asked about. */
  private static final int COMPARED = 1_000_000;

  private final Terminal terminal;

  @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "check.file")
  List<Path> files = new ArrayList<>();

  @Option(names = "--json", descriptionKey = "check.json")
  boolean json;

  @Option(names = "--output", paramLabel = "DIR", descriptionKey = "check.output")
  @Nullable Path output;

  @Mixin SetOption set = new SetOption();
  @Mixin LanguageOption lang = new LanguageOption();

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    CheckSettings settings = CheckSettings.of(set.values(), LocalDate.now(ZoneId.systemDefault()));
    for (Path file : files) {
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw new RefusedException(Message.of("cli.no-file", file.toString()));
      }
    }
    if (output != null) {
      Files.createDirectories(output);
    }
    if (settings.database().isEmpty()) {
      return check(settings, CheckCommand::alone);
    }
    try (OpenLedger ledger = OpenLedger.toRead(settings.database().get(), System.getenv())) {
      LedgerCheck known = new LedgerCheck(ledger.template(), settings.scope());
      return check(settings, (file, by) -> inLedger(file, by, known));
    }
  }

  /** How a file is checked. */
  private interface Checking {
    CheckedFile of(Path file, CheckSettings settings) throws IOException;
  }

  private static CheckedFile alone(Path file, CheckSettings settings) throws IOException {
    return CheckedFile.check(file, folders(file), settings.files(), settings.rules(), line -> {});
  }

  private static CheckedFile inLedger(Path file, CheckSettings settings, LedgerCheck ledger)
      throws IOException {
    WithoutMonths people = new WithoutMonths(COMPARED);
    CheckedFile checked =
        CheckedFile.check(file, folders(file), settings.files(), settings.rules(), people);
    List<Finding> findings = new ArrayList<>();
    for (AssessedPart part : checked.parts()) {
      if (!part.employerCode().isEmpty()) {
        findings.addAll(ledger.of(part, people, settings.businessDate()).findings());
      }
    }
    ledger.duplicate(FileDigest.sha256(file)).ifPresent(findings::add);
    return checked.with(findings);
  }

  private int check(CheckSettings settings, Checking checking) throws IOException {
    Language language = terminal.language();
    boolean errors = false;
    Set<String> names = new HashSet<>();
    for (Path file : files) {
      CheckedFile checked = checking.of(file, settings);
      errors |= checked.hasErrors();
      if (json) {
        CheckJson.lines(checked, language).forEach(terminal.out()::println);
      } else {
        new CheckText(settings, language).lines(checked).forEach(terminal.out()::println);
      }
      if (output != null && !checked.findings().isEmpty()) {
        Path answer = output.resolve(answerName(file, names));
        new MarkedWorkbook(
                settings.files(), MarkedWorkbook.Bounds.DEFAULT, language, settings.businessDate())
            .write(file, checked.findings(), answer);
        if (!json) {
          terminal.out().println(Message.of("cli.check-answer", answer.toString()).in(language));
        }
      }
    }
    return errors ? FOUND_ERRORS : 0;
  }

  /** The folder the file lies in may be named by the employer's code, as in an inbox. */
  private static List<String> folders(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null || folder.getFileName() == null
        ? List.of()
        : List.of(folder.getFileName().toString());
  }

  /**
   * The file's own name; shortened where a file system would not take it with its suffix, numbered
   * where two files of different folders share it.
   */
  private static String answerName(Path file, Set<String> taken) {
    String name = Objects.toString(file.getFileName());
    String stem = name.endsWith(".xlsx") ? name.substring(0, name.length() - 5) : name;
    if (stem.getBytes(StandardCharsets.UTF_8).length > LONGEST_STEM) {
      stem = stem.substring(0, Math.min(stem.length(), LONGEST_STEM / UTF8_BYTES));
    }
    String answer = stem + ".xlsx";
    for (int i = 2; !taken.add(answer); i++) {
      answer = stem + "-" + i + ".xlsx";
    }
    return answer;
  }
}
