package basedecl.faults;

import basedecl.job.audit.AuditJob;
import basedecl.job.auditoutcome.AuditOutcomeJob;
import basedecl.job.collection.CollectionJob;
import basedecl.job.declaration.DeclarationJob;
import basedecl.job.employerchange.EmployerChangesJob;
import basedecl.job.flexible.FlexibleElectionJob;
import basedecl.job.flexiblepayment.FlexiblePaymentJob;
import basedecl.job.latefee.LateFeeJob;
import basedecl.job.limitchange.LimitChangeJob;
import basedecl.job.papers.PapersJob;
import basedecl.job.reconciliation.ReconciliationJob;
import basedecl.job.retirees.RetireesJob;
import basedecl.job.review.ReviewJob;
import basedecl.job.run.JobDefinition;
import basedecl.job.specialpayment.SpecialPaymentJob;
import basedecl.job.staffchange.StaffChangeJob;
import basedecl.job.topup.TopUpJob;
import basedecl.job.yearend.YearEndJob;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A job to be run on a {@link Ground}: its file in {@code jobs/}, and what is laid over it beside
 * the ground's own places.
 */
record Errand(JobDefinition definition, Map<String, String> settings) {

  Errand {
    settings = new TreeMap<>(settings);
  }

  String name() {
    return definition.name();
  }

  Path file() {
    return Path.of("jobs", name() + ".yaml");
  }

  Errand with(String key, String value) {
    Map<String, String> more = new TreeMap<>(settings);
    more.put(key, value);
    return new Errand(definition, more);
  }

  static Errand declaration(Ground ground) {
    return new Errand(new DeclarationJob(), Map.of("inbox", ground.inbox().toString()));
  }

  /** The year's job of that name. */
  static Errand of(String job, Ground ground) {
    return year(ground).stream()
        .filter(errand -> errand.name().equals(job))
        .findFirst()
        .orElseThrow();
  }

  /** Every job of the program in the order of a year, on what {@link HandedOver} put down. */
  static List<Errand> year(Ground ground) {
    Path folder = ground.folder();
    return List.of(
        declaration(ground),
        new Errand(
            new RetireesJob(),
            Map.of(
                "inbox", folder.resolve("inbox-retirees").toString(),
                "output", ground.output().resolve("retirees").toString())),
        new Errand(new PapersJob(), Map.of()),
        new Errand(
            new ReviewJob(),
            Map.of(
                "materials", folder.resolve("materials").toString(),
                "decisions", folder.resolve("decisions.csv").toString())),
        new Errand(
            new LateFeeJob(),
            Map.of(
                "overpayments", "samples/late-fee/overpayments.csv",
                "deferrals", "samples/late-fee/deferrals.csv")),
        new Errand(new CollectionJob(), Map.of()),
        new Errand(new ReconciliationJob(), Map.of()),
        new Errand(new LimitChangeJob(), Map.of("policies", folder.resolve("policies").toString())),
        new Errand(new AuditJob(), Map.of()),
        new Errand(new AuditOutcomeJob(), Map.of()),
        new Errand(new YearEndJob(), Map.of()),
        new Errand(new EmployerChangesJob(), Map.of()),
        new Errand(new StaffChangeJob(), Map.of()),
        new Errand(
            new FlexibleElectionJob(), Map.of("elections", folder.resolve("elections").toString())),
        new Errand(new FlexiblePaymentJob(), Map.of()),
        new Errand(new TopUpJob(), Map.of()),
        new Errand(
            new SpecialPaymentJob(),
            Map.of("payments", folder.resolve("special-payments.csv").toString())));
  }
}
