package basedecl.desk.paper;

import basedecl.assessment.PendingLimits;
import basedecl.declaration.procedure.DeclarationState;
import basedecl.declaration.procedure.VersionStanding;
import basedecl.desk.submission.Rules;
import basedecl.desk.submission.RulesShelf;
import basedecl.desk.submission.Submissions.For;
import basedecl.file.OwnerOnly;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PendingLedger;
import basedecl.ledger.year.VersionRecord;
import basedecl.ledger.year.YearInMonth;
import basedecl.ledger.year.YearLedger;
import basedecl.policy.ContributionMonth;
import basedecl.policy.Population;
import basedecl.report.PaperHeading;
import basedecl.report.papers.LedgerPapers;
import basedecl.workbook.ShownRows;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The papers of the version that is to be signed: the one on its way, else the one in force. They
 * are made by the same code as those of the job {@code papers}.
 */
public final class Papers {

  private final JdbcTemplate template;
  private final YearLedger year;
  private final RulesShelf shelf;
  private final Path folder;

  /** Clears away what a desk that was killed left behind. */
  Papers(JdbcTemplate template, RulesShelf shelf, Path folder) throws IOException {
    this.template = template;
    this.year = new YearLedger(template);
    this.shelf = shelf;
    this.folder = folder;
    OwnerOnly.createFolders(folder);
    try (Stream<Path> left = Files.walk(folder)) {
      for (Path file : left.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
  }

  /** The papers there are. */
  public enum Kind {
    SUMMARY,
    DETAIL
  }

  /** A version and what makes its papers. */
  public record Printable(DeclarationRecord declaration, LedgerPapers papers) {

    public ShownRows.Shown shown(Kind kind) throws IOException {
      return kind == Kind.SUMMARY
          ? papers.shownSummary(declaration)
          : papers.shownDetail(declaration);
    }

    String number() {
      return papers.number(declaration);
    }
  }

  /** The newest version that was accepted; empty where none was. */
  public Optional<VersionRecord> newest(For whom) {
    List<VersionRecord> versions =
        year.versions(whom.policy(), whom.year(), whom.population(), whom.employerCode());
    return versions.stream()
        .filter(version -> version.standing() == VersionStanding.PENDING)
        .findFirst()
        .or(() -> versions.stream().filter(VersionRecord::current).findFirst());
  }

  /**
   * Whether a version is to be printed: the correction of a returned one has papers of its own, and
   * what the agency assessed nobody signs.
   */
  static boolean isPrinted(VersionRecord version) {
    return version.declaration().state() != DeclarationState.RETURNED
        && version.declaration().state() != DeclarationState.ASSESSED;
  }

  public Printable of(For whom, VersionRecord version) {
    Rules rules = shelf.current();
    PaperHeading heading = new PaperHeading(rules.policy(), rules.year(), rules.businessDate());
    if (whom.population() == Population.RETIREES) {
      return new Printable(version.declaration(), LedgerPapers.ofRetirees(heading, year));
    }
    YearMonth month = ContributionMonth.of(rules.year(), rules.businessDate());
    YearInMonth view = new YearInMonth(template, rules.policy(), month).asDeclared();
    List<DeclarationRecord> one = view.inMonth(List.of(version.declaration()));
    Map<String, PendingLimits> pending =
        new PendingLedger(
                template,
                rules.policy(),
                rules.businessDate(),
                ContributionMonth.lastConcerned(month, rules.businessDate()))
            .byEmployer(one);
    return new Printable(one.get(0), LedgerPapers.ofEmployees(heading, year, view, pending));
  }

  /** Writes a workbook to {@code out}; on the disk it lies for as long as that takes. */
  void workbook(Printable printable, Kind kind, OutputStream out) throws IOException {
    Path own = folder.resolve(UUID.randomUUID().toString());
    OwnerOnly.createFolders(own);
    try {
      Path written =
          kind == Kind.SUMMARY
              ? printable.papers().summary(own, printable.declaration()).path()
              : printable.papers().detail(own, printable.declaration()).path();
      Files.copy(written, out);
    } finally {
      try (Stream<Path> files = Files.list(own)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(own);
    }
  }
}
