package basedecl.desk.submission;

import basedecl.audit.YearRules;
import basedecl.cell.Field;
import basedecl.declaration.EmployerEnd;
import basedecl.declaration.Roster;
import basedecl.declaration.change.Picture;
import basedecl.declarationfile.OwnHeaders;
import basedecl.desk.page.DeskSettings;
import basedecl.job.intake.IntakeRules;
import basedecl.job.submitted.RosterFile;
import basedecl.ledger.employer.EmployerChangeLedger;
import basedecl.ledger.year.RosterLedger;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.policy.ContributionMonth;
import basedecl.policy.Policy;
import basedecl.policyfile.PolicyFiles;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import basedecl.spreadsheet.SpreadsheetFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The {@link Rules} of today: roster and policies are read once, and again when a file changes or
 * the day does. Where they cannot be read any more, the last good ones hold until they can.
 */
public final class RulesShelf {

  private static final Logger LOG = LoggerFactory.getLogger(RulesShelf.class);

  private final DeskSettings desk;
  private final JdbcTemplate ledger;
  private volatile Known known;

  private record Known(Stamp stamp, Rules rules) {}

  /** By this a change of files, of the day or of employers is seen. */
  private record Stamp(LocalDate day, Map<Path, List<Long>> files, long employerChanges) {}

  /**
   * @throws RefusedException where nothing can be declared under the desk's settings
   */
  public RulesShelf(DeskSettings desk, JdbcTemplate ledger) throws IOException {
    this.desk = desk;
    this.ledger = ledger;
    Stamp stamp = stamp();
    this.known = new Known(stamp, read(stamp.day()));
  }

  public Rules current() {
    Known now = known;
    try {
      Stamp stamp = stamp();
      return stamp.equals(now.stamp()) ? now.rules() : readAgain(stamp);
    } catch (IOException | DataAccessException e) {
      LOG.warn("Roster or policies cannot be looked at: {}", e.getClass().getName());
      return now.rules();
    }
  }

  private synchronized Rules readAgain(Stamp stamp) {
    if (stamp.equals(known.stamp())) {
      return known.rules();
    }
    Rules rules = known.rules();
    try {
      rules = read(stamp.day());
    } catch (RefusedException | IOException | DataAccessException e) {
      LOG.error("Roster or policies cannot be read; the last good ones hold", e);
    }
    known = new Known(stamp, rules);
    return rules;
  }

  private Stamp stamp() throws IOException {
    Map<Path, List<Long>> files = new TreeMap<>();
    Optional<Path> roster = desk.keys().optionalPath(CommonKeys.ROSTER);
    if (roster.isPresent()) {
      files.put(roster.get(), stamp(roster.get()));
    }
    Optional<Path> policies = desk.keys().optionalPath(CommonKeys.POLICIES);
    if (policies.isPresent()) {
      try (Stream<Path> all = Files.list(policies.get())) {
        for (Path file : all.toList()) {
          files.put(file, stamp(file));
        }
      }
    }
    return new Stamp(desk.businessDate(), files, new EmployerChangeLedger(ledger).count());
  }

  private static List<Long> stamp(Path file) throws IOException {
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    return List.of(now.lastModifiedTime().toMillis(), now.size());
  }

  private Rules read(LocalDate day) throws IOException {
    JobSettings keys = desk.keys();
    int year = keys.year();
    Policy policy =
        PolicyFiles.load(keys.optionalPath(CommonKeys.POLICIES))
            .requireDeclared(keys.text(CommonKeys.POLICY));
    YearRules figures =
        YearRules.of(policy, year, ContributionMonth.of(year, day), day)
            .orElseThrow(
                () ->
                    new RefusedException(
                        Message.of(
                            "job.limits-unknown",
                            policy.name(),
                            Integer.toString(year),
                            day.toString())));
    RosterLedger employers = new RosterLedger(ledger);
    Optional<Picture> picture =
        RosterFile.read(keys).roster().map(handed -> employers.on(day, handed.employers()));
    Optional<Roster> roster = picture.map(Picture::roster);
    Map<String, EmployerEnd> ended =
        picture.map(Picture::over).orElseGet(() -> employers.history().over(day));
    Map<Field, List<String>> headers = OwnHeaders.in(keys.optionalPath(CommonKeys.POLICIES));
    return new Rules(
        policy,
        year,
        day,
        roster,
        figures,
        IntakeRules.employees(year, day, figures, roster, headers).without(ended),
        IntakeRules.retirees(year, day, roster, headers).without(ended),
        new SpreadsheetFiles(keys.readLimits()));
  }
}
