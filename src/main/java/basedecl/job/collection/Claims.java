package basedecl.job.collection;

import basedecl.assessment.collection.Claim;
import basedecl.assessment.collection.Collected;
import basedecl.assessment.collection.EmployerMonth;
import basedecl.assessment.latefee.SettledDue;
import basedecl.declaration.procedure.DeclarationState;
import basedecl.job.run.Progress;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.ledger.due.KnownEmployers;
import basedecl.ledger.due.Settlement;
import basedecl.ledger.due.YearDues;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.DueRecord;
import basedecl.ledger.year.RosterLedger;
import basedecl.ledger.year.YearLedger;
import basedecl.money.Money;
import basedecl.settings.JobSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What every employer owes for the months of a run, late fees with it. */
final class Claims {

  private final JobSettings settings;
  private final RunContext runContext;
  private final Progress progress;
  private final YearDues dues;
  private final Settlement settlement;
  private final YearLedger year;
  private final RosterLedger roster;

  Claims(
      RunServices run, YearDues dues, Settlement settlement, YearLedger year, RosterLedger roster) {
    this.settings = run.settings();
    this.runContext = run.context();
    this.progress = run.progress();
    this.dues = dues;
    this.settlement = settlement;
    this.year = year;
    this.roster = roster;
  }

  KnownEmployers employers() {
    return KnownEmployers.of(runContext.policy(), runContext.year(), year, roster);
  }

  /** The claims in the order of the dues. */
  List<Claim> of(KnownEmployers employers) {
    progress.begin("dues", employers.persons());
    List<DueRecord> owed =
        dues.of(
            employers,
            CollectionJob.months(settings, runContext.policy(), runContext.businessDate()),
            () -> progress.step(1));
    progress.end();
    if (!settings.yes(CollectionJob.LATE_FEES)) {
      return owed.stream()
          .map(each -> claim(each, employers, Optional.of(Money.ZERO), false))
          .toList();
    }
    List<SettledDue> settled =
        settlement.of(
            owed.stream().map(DueRecord::due).toList(),
            runContext.year(),
            runContext.businessDate());
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < owed.size(); i++) {
      SettledDue due = settled.get(i);
      claims.add(claim(owed.get(i), employers, due.fee(), due.isInArrears()));
    }
    return claims;
  }

  private static Claim claim(
      DueRecord owed, KnownEmployers employers, Optional<Money> fee, boolean growing) {
    String employer = owed.due().employerCode();
    boolean assessed =
        Optional.ofNullable(employers.declarations().get(employer))
            .map(DeclarationRecord::state)
            .filter(state -> state == DeclarationState.ASSESSED)
            .isPresent();
    return new Claim(
        new EmployerMonth(employer, owed.due().period()),
        new Claim.Basis(owed.due().method(), owed.declaration()),
        assessed,
        owed.due().total().map(total -> figures(owed, total, fee.orElse(Money.ZERO))),
        growing);
  }

  /**
   * An imputed amount is one sum that the employer is held to: it stands in the employer's part.
   */
  private static Collected figures(DueRecord owed, Money total, Money fee) {
    return new Collected(
        owed.sum().persons(),
        owed.sum().bases(),
        owed.dues().employer().orElse(total),
        owed.dues().personal().orElse(Money.ZERO),
        fee);
  }
}
