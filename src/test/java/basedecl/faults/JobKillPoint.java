package basedecl.faults;

import java.util.ArrayList;
import java.util.List;

/** Where a job other than the declaration night is killed, and the plan that leads there. */
record JobKillPoint(String job, String name, String plan) {

  private static final String COMMITTED = ">com.zaxxer.hikari.pool.ProxyConnection#commit:after:1";
  private static final String LEDGER = "basedecl.ledger.";
  private static final String RENAME = "basedecl.spreadsheet.ReplacedFile#finish:";

  /**
   * Between them: within each writing transaction, after its commit, around each kind of output.
   */
  static List<JobKillPoint> representative() {
    List<JobKillPoint> points = new ArrayList<>();
    points.add(at("retirees", "moving", "basedecl.job.support.WorkFolder#move:after:2"));
    points.add(
        at("retirees", "published", LEDGER + "PublishingLedger#publish:after:1" + COMMITTED));
    points.add(at("retirees", "an output renamed", RENAME + "after:2"));
    points.add(at("papers", "in the middle", RENAME + "after:9"));
    points.add(
        at("review", "a step taken, not committed", LEDGER + "ProcedureLedger#advance:after:3"));
    points.add(
        at("review", "committed", "basedecl.job.review.ReviewTasklet#execute:after:1" + COMMITTED));
    points.add(at("review", "before the rename", RENAME + "before:1"));
    points.add(
        at("late-fee", "a file taken, not committed", LEDGER + "PaymentLedger#take:after:2"));
    points.add(at("late-fee", "a file taken", LEDGER + "PaymentLedger#take:after:2" + COMMITTED));
    points.add(at("late-fee", "dues not committed", LEDGER + "DueLedger#replace:after:1"));
    points.add(at("late-fee", "after the rename", RENAME + "after:1"));
    points.add(
        at("limit-change", "some bases replaced", LEDGER + "BaseChangeLedger#replace:after:5"));
    points.add(
        at(
            "limit-change",
            "bases replaced",
            "basedecl.job.support.FenceGuard#check:after:1" + COMMITTED));
    points.add(at("audit", "recorded, not committed", LEDGER + "AuditLedger#record:after:1"));
    points.add(at("audit", "recorded", LEDGER + "AuditLedger#record:after:1" + COMMITTED));
    points.add(at("audit", "a notice renamed", RENAME + "after:2"));
    points.add(
        at(
            "flexible-election",
            "elected, not committed",
            LEDGER + "ElectionLedger#insert:after:1"));
    points.add(
        at(
            "flexible-election",
            "elected",
            LEDGER + "ElectionLedger#markVoided:after:1" + COMMITTED));
    points.add(at("top-up", "billed, not committed", LEDGER + "TopUpLedger#insert:after:1"));
    points.add(at("top-up", "billed", LEDGER + "TopUpLedger#insert:after:1" + COMMITTED));
    points.add(at("top-up", "before the bills' rename", RENAME + "before:2"));
    points.add(
        at(
            "special-payment",
            "charged, not committed",
            LEDGER + "SpecialLedger#insertCharges:after:1"));
    points.add(
        at("special-payment", "paid", LEDGER + "SpecialLedger#insertPayments:after:1" + COMMITTED));
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
