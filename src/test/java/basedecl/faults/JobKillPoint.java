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
          "collection",
          "reconciliation",
          "limit-change",
          "audit",
          "audit-outcome",
          "year-end",
          "employer-changes",
          "staff-changes",
          "flexible-election",
          "flexible-payment",
          "top-up",
          "special-payment");

  private static final String COMMITTED = ">com.zaxxer.hikari.pool.ProxyConnection#commit:after:1";
  private static final String RENAME = "basedecl.file.ReplacedFile#finish:";

  /** Between them: within a writing transaction, after its commit, around each kind of output. */
  static List<JobKillPoint> representative() {
    return List.of(
        at(
            "retirees",
            "published",
            "basedecl.ledger.intake.PublishingLedger#publish:after:1" + COMMITTED),
        at("retirees", "an output renamed", RENAME + "after:2"),
        at("papers", "in the middle", RENAME + "after:9"),
        at(
            "review",
            "a step taken, not committed",
            "basedecl.ledger.review.ProcedureLedger#advance:after:3"),
        at(
            "review",
            "a decision of the desk taken, not committed",
            "basedecl.ledger.review.DecisionLedger#use:after:2"),
        at("review", "committed", "basedecl.job.review.ReviewTasklet#execute:after:1" + COMMITTED),
        at(
            "late-fee",
            "a file taken, not committed",
            "basedecl.ledger.latefee.PaymentLedger#take:after:2"),
        at(
            "late-fee",
            "a file taken",
            "basedecl.ledger.latefee.PaymentLedger#take:after:2" + COMMITTED),
        at(
            "late-fee",
            "decided, not committed",
            "basedecl.ledger.latefee.AgencyDecisionLedger#addOverpayment:after:2"),
        at(
            "collection",
            "a batch kept",
            "basedecl.ledger.collection.CollectionLedger#add:after:1" + COMMITTED),
        at(
            "reconciliation",
            "receipts kept, not committed",
            "basedecl.ledger.collection.ReceiptLedger#add:after:1"),
        at("limit-change", "replaced", "basedecl.job.run.FenceGuard#check:after:2" + COMMITTED),
        at("audit", "recorded", "basedecl.ledger.audit.AuditLedger#record:after:1" + COMMITTED),
        at("audit", "a notice renamed", RENAME + "after:2"),
        at(
            "audit-outcome",
            "assessed, not committed",
            "basedecl.ledger.audit.AuditOutcomeLedger#recordAssessed:after:2"),
        at(
            "audit-outcome",
            "assessed",
            "basedecl.ledger.audit.AuditOutcomeLedger#recordAssessed:after:2" + COMMITTED),
        at("year-end", "the workbook there, the roster not", RENAME + "before:2"),
        at(
            "employer-changes",
            "taken, not committed",
            "basedecl.ledger.employer.EmployerChangeLedger#add:after:3"),
        at(
            "staff-changes",
            "taken",
            "basedecl.ledger.staff.StaffChangeLedger#add:after:1" + COMMITTED),
        at(
            "flexible-election",
            "elected",
            "basedecl.ledger.flexible.ElectionLedger#markVoided:after:1" + COMMITTED),
        at(
            "flexible-payment",
            "paid",
            "basedecl.ledger.flexible.FlexiblePaymentLedger#insert:after:1" + COMMITTED),
        at("top-up", "billed", "basedecl.ledger.flexible.TopUpLedger#insert:after:1" + COMMITTED),
        at("top-up", "before the bills' rename", RENAME + "before:2"),
        at(
            "special-payment",
            "paid",
            "basedecl.ledger.flexible.SpecialLedger#insertPayments:after:1" + COMMITTED));
  }

  /** These and further points, for the long sweep. */
  static List<JobKillPoint> sweep() {
    List<JobKillPoint> points = new ArrayList<>(representative());
    points.add(
        at("late-fee", "dues not committed", "basedecl.ledger.year.DueLedger#replace:after:1"));
    points.add(
        at(
            "collection",
            "a batch not committed",
            "basedecl.ledger.collection.CollectionLedger#add:after:1"));
    points.add(
        at("audit", "recorded, not committed", "basedecl.ledger.audit.AuditLedger#record:after:1"));
    points.add(
        at(
            "audit-outcome",
            "half stored",
            "basedecl.ledger.intake.StagingLedger#storeDeclarations:after:1"));
    points.add(
        at("staff-changes", "half taken", "basedecl.ledger.staff.StaffChangeLedger#add:after:1"));
    points.add(
        at(
            "employer-changes",
            "taken",
            "basedecl.ledger.employer.EmployerChangeLedger#add:after:6" + COMMITTED));
    points.add(
        at(
            "top-up",
            "billed, not committed",
            "basedecl.ledger.flexible.TopUpLedger#insert:after:1"));
    points.add(at("retirees", "moving", "basedecl.job.run.WorkFolder#move:after:2"));
    points.add(at("retirees", "archiving", "basedecl.job.run.WorkFolder#archive:after:2"));
    points.add(
        at(
            "flexible-election",
            "not committed",
            "basedecl.ledger.flexible.ElectionLedger#insert:after:1"));
    points.add(
        at(
            "flexible-payment",
            "not committed",
            "basedecl.ledger.flexible.FlexiblePaymentLedger#insert:after:1"));
    points.add(
        at(
            "special-payment",
            "not committed",
            "basedecl.ledger.flexible.SpecialLedger#insertCharges:after:1"));
    points.add(
        at(
            "limit-change",
            "half replaced",
            "basedecl.ledger.year.BaseChangeLedger#replace:after:5"));
    for (String job : JOBS) {
      points.add(at(job, "before a rename", RENAME + "before:1"));
      points.add(at(job, "after a rename", RENAME + "after:1"));
      points.add(
          at(job, "the run begun", "basedecl.ledger.run.RunLedger#begin:after:1" + COMMITTED));
      points.add(at(job, "before the run's end", "basedecl.ledger.run.RunLedger#end:before:1"));
    }
    return points;
  }

  /** One for each way of writing: with an inbox, file by file, all at once, into many outputs. */
  static List<JobKillPoint> onMariaDb() {
    return List.of(
        at(
            "retirees",
            "published",
            "basedecl.ledger.intake.PublishingLedger#publish:after:1" + COMMITTED),
        at(
            "review",
            "a decision of the desk taken, not committed",
            "basedecl.ledger.review.DecisionLedger#use:after:2"),
        at(
            "late-fee",
            "a file taken",
            "basedecl.ledger.latefee.PaymentLedger#take:after:2" + COMMITTED),
        at("audit", "a notice renamed", RENAME + "after:2"),
        at(
            "audit-outcome",
            "assessed",
            "basedecl.ledger.audit.AuditOutcomeLedger#recordAssessed:after:2" + COMMITTED),
        at("top-up", "billed", "basedecl.ledger.flexible.TopUpLedger#insert:after:1" + COMMITTED));
  }

  private static JobKillPoint at(String job, String name, String plan) {
    return new JobKillPoint(job, name, plan);
  }
}
