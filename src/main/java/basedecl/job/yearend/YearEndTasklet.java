package basedecl.job.yearend;

import basedecl.assessment.latefee.EmployerDue;
import basedecl.assessment.latefee.SettledDue;
import basedecl.declaration.Employer;
import basedecl.file.ReplacedFile.Written;
import basedecl.job.run.Outputs;
import basedecl.job.run.Progress;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.ledger.due.KnownEmployers;
import basedecl.ledger.due.Settlement;
import basedecl.ledger.due.YearDues;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.DueLedger;
import basedecl.ledger.year.DueRecord;
import basedecl.ledger.year.MonthsLedger;
import basedecl.ledger.year.PendingLedger;
import basedecl.ledger.year.RosterLedger;
import basedecl.ledger.year.YearLedger;
import basedecl.policy.rule.Deadline;
import basedecl.report.LimitsNotices;
import basedecl.report.latefee.LateFeeHeading;
import basedecl.report.yearend.NextRosterCsv;
import basedecl.report.yearend.YearEnd;
import basedecl.report.yearend.YearEndLine;
import basedecl.report.yearend.YearEndWorkbook;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/** Works out what the year hands over, and writes the workbook and the next year's roster. */
final class YearEndTasklet implements Tasklet {

  private final RunContext run;
  private final JobSettings settings;
  private final Outputs outputs;
  private final Progress progress;
  private final RosterLedger roster;
  private final JdbcTemplate jdbc;

  YearEndTasklet(RunServices services, RosterLedger roster, JdbcTemplate jdbc) {
    this.run = services.context();
    this.settings = services.settings();
    this.outputs = services.outputs();
    this.progress = services.progress();
    this.roster = roster;
    this.jdbc = jdbc;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    List<Deadline> months = YearEndJob.months(run.policy(), run.year());
    Deadline december = months.get(months.size() - 1);
    KnownEmployers employers =
        KnownEmployers.of(run.policy(), run.year(), new YearLedger(jdbc), roster);
    YearEnd yearEnd =
        yearEnd(
            employers,
            dues(employers, months),
            december,
            YearEndJob.isEarly(december, run.businessDate()));
    LimitsNotices notices =
        LimitsNotices.of(
            run.policy(),
            run.businessDate(),
            new PendingLedger(jdbc, run.policy(), run.businessDate(), run.month()).ofYear());
    write(
        new LateFeeHeading(run.policy(), run.year(), run.businessDate(), months).with(notices),
        yearEnd);
    tell(yearEnd, notices);
    return RepeatStatus.FINISHED;
  }

  private List<DueRecord> dues(KnownEmployers employers, List<Deadline> months) {
    progress.begin("dues", employers.persons());
    List<DueRecord> dues =
        new YearDues(
                run.policy(),
                run.year(),
                run.businessDate(),
                new DueLedger(jdbc),
                new MonthsLedger(jdbc))
            .of(employers, months, () -> progress.step(1));
    progress.end();
    return dues;
  }

  private YearEnd yearEnd(
      KnownEmployers employers, List<DueRecord> dues, Deadline december, boolean provisional) {
    Map<String, DueRecord> ofDecember =
        dues.stream()
            .filter(record -> record.due().period().equals(december.period()))
            .collect(Collectors.toMap(record -> record.due().employerCode(), Function.identity()));
    Map<String, List<SettledDue>> settled = settled(dues);
    Function<Employer, YearEndLine> line =
        employer -> {
          List<SettledDue> months = settled.getOrDefault(employer.code(), List.of());
          boolean ended =
              employers.history().endBefore(employer.code(), december.period()).isPresent();
          return ended
              ? YearEndLine.ended(employer, months)
              : YearEndLine.of(
                  employer,
                  Optional.ofNullable(employers.declarations().get(employer.code()))
                      .map(DeclarationRecord::state),
                  Optional.ofNullable(ofDecember.get(employer.code())),
                  months);
        };
    Collection<Employer> listed = employers.roster().values();
    List<YearEndLine> others =
        employers.declarations().values().stream()
            .filter(declaration -> !employers.roster().containsKey(declaration.employerCode()))
            .map(YearEndTasklet::asDeclared)
            .map(line)
            .toList();
    return listed.isEmpty()
        ? new YearEnd(others, List.of(), provisional)
        : new YearEnd(listed.stream().map(line).toList(), others, provisional);
  }

  /** The months that had to be paid by the business date, with what was paid for them. */
  private Map<String, List<SettledDue>> settled(List<DueRecord> dues) {
    List<EmployerDue> reached =
        dues.stream()
            .map(DueRecord::due)
            .filter(due -> !due.deadline().isAfter(run.businessDate()))
            .toList();
    return new Settlement(jdbc, run.policy())
        .of(reached, run.year(), run.businessDate()).stream()
            .collect(Collectors.groupingBy(month -> month.due().employerCode()));
  }

  /** An employer that no roster tells more of. */
  private static Employer asDeclared(DeclarationRecord declaration) {
    return new Employer(
        declaration.employerCode(),
        declaration.employerName(),
        Optional.empty(),
        declaration.agency(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private void write(LateFeeHeading heading, YearEnd yearEnd) throws IOException {
    String ending = yearEnd.provisional() ? "-provisional" : "";
    Written workbook =
        YearEndWorkbook.write(
            outputs.folder().resolve("year-end-" + run.year() + ending + ".xlsx"),
            heading,
            yearEnd);
    outputs.keep(workbook);
    Written next =
        NextRosterCsv.write(
            outputs.folder().resolve("roster-" + (run.year() + 1) + ending + ".csv"),
            yearEnd.onRoster().stream().map(YearEndLine::next).toList());
    outputs.keep(next);
  }

  private void tell(YearEnd yearEnd, LimitsNotices notices) {
    outputs.say(
        "yearend.told.employers",
        yearEnd.onRoster().size(),
        yearEnd.count(YearEndLine.Source.DECLARED),
        yearEnd.count(YearEndLine.Source.ASSESSED),
        yearEnd.count(YearEndLine.Source.LAST_YEAR),
        yearEnd.count(YearEndLine.Source.IMPUTED),
        yearEnd.count(YearEndLine.Source.ROSTER),
        yearEnd.count(YearEndLine.Source.ENDED));
    if (!yearEnd.others().isEmpty()) {
      outputs.say("yearend.told.others", yearEnd.others().size());
    }
    outputs.say(
        "yearend.told.money",
        yearEnd.persons(),
        yearEnd.bases(),
        yearEnd.due(),
        yearEnd.carried(),
        yearEnd.arrears());
    if (yearEnd.provisional()) {
      outputs.say("yearend.told.provisional", run.businessDate());
    }
    notices.told(CommonKeys.sameLedger(settings)).forEach(outputs::say);
    outputs.sayWhere();
  }
}
