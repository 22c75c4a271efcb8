package basedecl.cli;

import basedecl.job.audit.AuditJob;
import basedecl.job.declaration.DeclarationJob;
import basedecl.job.support.JobDefinition;
import java.util.List;

/** Every job the program knows. */
final class JobCatalog {

  private static final List<JobDefinition> JOBS = List.of(new DeclarationJob(), new AuditJob());

  private JobCatalog() {}

  static List<String> names() {
    return JOBS.stream().map(JobDefinition::name).toList();
  }

  static JobDefinition named(String name) {
    return JOBS.stream().filter(job -> job.name().equals(name)).findFirst().orElseThrow();
  }
}
