package basedecl.job.check;

import basedecl.declaration.procedure.StandingVersion;
import basedecl.declaration.procedure.StandingVersions;
import basedecl.declaration.procedure.Succession;
import basedecl.declaration.procedure.VersionStanding;
import basedecl.declaration.row.MonthsInService;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.SourceCell;
import basedecl.job.intake.FileAssessment.AssessedPart;
import basedecl.ledger.intake.IntakeLedger;
import basedecl.ledger.intake.PublishingLedger;
import basedecl.ledger.staff.MonthsTakenOver;
import basedecl.ledger.year.VersionRecord;
import basedecl.ledger.year.YearLedger;
import basedecl.person.IdNumber;
import basedecl.policy.Population;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What only the ledger knows of a file that was checked: whether another version may follow, whom
 * it adds and from which month they count, whether the same bytes were accepted before. By the code
 * that a run publishes with; nothing of other employers is read.
 */
public final class LedgerCheck {

  /** Whose declarations a file is checked for. */
  public record Scope(String policy, int year, Population population) {}

  /**
   * What the ledger says of an employer's part.
   *
   * @param versions the employer's versions so far
   * @param months of the people for whom the file states none, where they are not the whole year
   */
  public record PartInLedger(
      List<VersionRecord> versions, List<Finding> findings, Map<IdNumber, MonthsInService> months) {

    /** The version that another one would be the successor of. */
    public Optional<VersionRecord> newest() {
      return LedgerCheck.of(versions, VersionStanding.PENDING)
          .or(() -> LedgerCheck.of(versions, VersionStanding.CURRENT));
    }
  }

  private final Scope scope;
  private final IntakeLedger intake;
  private final YearLedger year;
  private final MonthsTakenOver takenOver;

  public LedgerCheck(JdbcTemplate template, Scope scope) {
    this.scope = scope;
    this.intake = new IntakeLedger(template);
    this.year = new YearLedger(template);
    this.takenOver = new MonthsTakenOver(template, scope.year());
  }

  /**
   * @param part of an employer that is named
   * @param people of the whole file
   * @param day on which the file would come
   */
  public PartInLedger of(AssessedPart part, WithoutMonths people, LocalDate day) {
    String employer = part.employerCode();
    List<VersionRecord> versions =
        year.versions(scope.policy(), scope.year(), scope.population(), employer);
    List<Finding> findings = new ArrayList<>();
    Succession succession = Succession.of(scope.population(), 0, standing(versions));
    PublishingLedger.finding(succession, employer).ifPresent(findings::add);
    if (scope.population() != Population.EMPLOYEES || succession instanceof Succession.Closed) {
      return new PartInLedger(versions, findings, Map.of());
    }
    Map<IdNumber, SourceCell> places = people.of(part.employer());
    MonthsTakenOver.Taken taken = takenOver.wouldBe(versions, day, places.keySet());
    taken
        .finding(employer, person -> places.getOrDefault(person, SourceCell.WHOLE_FILE))
        .ifPresent(findings::add);
    return new PartInLedger(versions, findings, taken.months());
  }

  /** Whether the same bytes were accepted before. */
  public Optional<Finding> duplicate(String sha256) {
    return intake.isAccepted(scope.policy(), scope.year(), scope.population(), sha256)
        ? Optional.of(Finding.of(FindingCode.FILE_DUPLICATE, "", SourceCell.WHOLE_FILE))
        : Optional.empty();
  }

  private static StandingVersions standing(List<VersionRecord> versions) {
    return new StandingVersions(
        of(versions, VersionStanding.CURRENT).map(LedgerCheck::standing),
        of(versions, VersionStanding.PENDING).map(LedgerCheck::standing));
  }

  private static Optional<VersionRecord> of(
      List<VersionRecord> versions, VersionStanding standing) {
    return versions.stream().filter(version -> version.standing() == standing).findFirst();
  }

  private static StandingVersion standing(VersionRecord version) {
    return new StandingVersion(
        version.declaration().id(), version.declaration().version(), version.declaration().state());
  }
}
