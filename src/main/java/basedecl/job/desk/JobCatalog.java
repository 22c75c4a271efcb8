package basedecl.job.desk;

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
import basedecl.settings.JobKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every job the program knows. */
public final class JobCatalog {

  private static final List<JobDefinition> JOBS =
      List.of(
          new DeclarationJob(),
          new RetireesJob(),
          new ReviewJob(),
          new PapersJob(),
          new LateFeeJob(),
          new CollectionJob(),
          new ReconciliationJob(),
          new FlexibleElectionJob(),
          new FlexiblePaymentJob(),
          new TopUpJob(),
          new LimitChangeJob(),
          new SpecialPaymentJob(),
          new AuditJob(),
          new AuditOutcomeJob(),
          new YearEndJob(),
          new EmployerChangesJob(),
          new StaffChangeJob());

  private JobCatalog() {}

  public static List<String> names() {
    return JOBS.stream().map(JobDefinition::name).toList();
  }

  /** Every key that some job takes, by name. */
  public static Map<String, JobKey> keys() {
    Map<String, JobKey> keys = new LinkedHashMap<>();
    JOBS.forEach(job -> job.keys().forEach(key -> keys.putIfAbsent(key.name(), key)));
    return keys;
  }

  public static JobDefinition named(String name) {
    return JOBS.stream().filter(job -> job.name().equals(name)).findFirst().orElseThrow();
  }
}
