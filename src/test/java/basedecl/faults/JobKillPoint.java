package basedecl.faults;

import java.util.ArrayList;
import java.util.List;

/** Where a job other than the declaration night is killed, and the plan that leads there. */
record JobKillPoint(String job, String name, String plan) {

  /** Every job but the declaration night. */
  static final List<String> JOBS =
      List.of(
          "retirees",
          "papers",
          "review",
          "late-fee",
          "limit-change",
          "audit",
          "flexible-election",
          "top-up",
          "special-payment");

  private static final String COMMITTED = ">com.zaxxer.hikari.pool.ProxyConnection#commit:after:1";
  private static final String JOB = "basedecl.job.";
  private static final String LEDGER = "basedecl.ledger.";
  private static final String RENAME = "basedecl.spreadsheet.ReplacedFile#finish:";

  /** Between them: within a writing transaction, after its commit, around each kind of output. */
  static List<JobKillPoint> representative() {
    return List.of(
        at("retirees", "published", LEDGER + "PublishingLedger#publish:after:1" + COMMITTED),
        at("retirees", "an output renamed", RENAME + "after:2"),
        at("papers", "in the middle", RENAME + "after:9"),
        at("review", "a step taken, not committed", LEDGER + "ProcedureLedger#advance:after:3"),
        at("review", "committed", JOB + "review.ReviewTasklet#execute:after:1" + COMMITTED),
        at("late-fee", "a file taken, not committed", LEDGER + "PaymentLedger#take:after:2"),
        at("late-fee", "a file taken", LEDGER + "PaymentLedger#take:after:2" + COMMITTED),
        at("limit-change", "replaced", JOB + "support.FenceGuard#check:after:2" + COMMITTED),
        at("audit", "recorded", LEDGER + "AuditLedger#record:after:1" + COMMITTED),
        at("audit", "a notice renamed", RENAME + "after:2"),
        at(
            "flexible-election",
            "elected",
            LEDGER + "ElectionLedger#markVoided:after:1" + COMMITTED),
        at("top-up", "billed", LEDGER + "TopUpLedger#insert:after:1" + COMMITTED),
        at("top-up", "before the bills' rename", RENAME + "before:2"),
        at("special-payment", "paid", LEDGER + "SpecialLedger#insertPayments:after:1" + COMMITTED));
  }

  /** These and further points, for the long sweep. */
  static List<JobKillPoint> sweep() {
    List<JobKillPoint> points = new ArrayList<>(representative());
    points.add(at("late-fee", "dues not committed", LEDGER + "DueLedger#replace:after:1"));
    points.add(at("audit", "recorded, not committed", LEDGER + "AuditLedger#record:after:1"));
    points.add(at("top-up", "billed, not committed", LEDGER + "TopUpLedger#insert:after:1"));
    points.add(at("retirees", "moving", JOB + "support.WorkFolder#move:after:2"));
    points.add(at("retirees", "archiving", JOB + "support.WorkFolder#archive:after:2"));
    points.add(at("flexible-election", "not committed", LEDGER + "ElectionLedger#insert:after:1"));
    points.add(
        at("special-payment", "not committed", LEDGER + "SpecialLedger#insertCharges:after:1"));
    points.add(at("limit-change", "half replaced", LEDGER + "BaseChangeLedger#replace:after:5"));
    for (String job : JOBS) {
      points.add(at(job, "before a rename", RENAME + "before:1"));
      points.add(at(job, "after a rename", RENAME + "after:1"));
      points.add(at(job, "the run begun", LEDGER + "RunLedger#begin:after:1" + COMMITTED));
      points.add(at(job, "before the run's end", LEDGER + "RunLedger#end:before:1"));
    }
    return points;
  }

  /** One for each way of writing: with an inbox, file by file, all at once, into many outputs. */
  static List<JobKillPoint> onMariaDb() {
    return List.of(
        at("retirees", "published", LEDGER + "PublishingLedger#publish:after:1" + COMMITTED),
        at("review", "a step taken, not committed", LEDGER + "ProcedureLedger#advance:after:3"),
        at("late-fee", "a file taken", LEDGER + "PaymentLedger#take:after:2" + COMMITTED),
        at("audit", "a notice renamed", RENAME + "after:2"),
        at("top-up", "billed", LEDGER + "TopUpLedger#insert:after:1" + COMMITTED));
  }

  private static JobKillPoint at(String job, String name, String plan) {
    return new JobKillPoint(job, name, plan);
  }
}
