package basedecl.cli.policy;

import basedecl.cli.ledger.LedgerSettings;
import basedecl.job.audit.AuditJob;
import basedecl.job.desk.JobCatalog;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.policyfile.TriedPolicy;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobFile;
import basedecl.settings.JobKey;
import basedecl.settings.JobSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code policy try} was given: the settings of a job file overridden by {@code --set}, and
 * the figures to try, which are told from settings by the dot in their keys.
 */
record TrySettings(JobSettings settings, Map<String, String> tried) {

  /** What the trial goes by; the other keys of a job file do not matter here. */
  private static final List<String> LOOKED_AT =
      List.of(
          "policy",
          "year",
          "business-date",
          "database",
          "policies",
          "roster",
          "tax-wages",
          "last-year",
          "period");

  static TrySettings of(Optional<Path> job, Map<String, String> set) {
    Map<String, JobKey> keys = keys();
    Map<String, String> tried = new LinkedHashMap<>();
    Map<String, String> settings = new LinkedHashMap<>();
    set.forEach(
        (key, value) -> {
          if (keys.containsKey(key)) {
            settings.put(key, value);
          } else if (TriedPolicy.isKey(key)) {
            tried.put(key, value);
          } else {
            throw new RefusedException(
                Message.of(
                    "cli.try-unknown-key", key, TriedPolicy.keys(), String.join(", ", LOOKED_AT)));
          }
        });
    Optional<Path> file =
        job.or(() -> Optional.of(LedgerSettings.DEFAULT_JOB).filter(Files::isRegularFile));
    JobFile entries =
        file.map(path -> JobFile.read(path, settings))
            .orElseGet(() -> JobFile.ofCommandLine(settings));
    JobSettings checked = entries.settings("policy try", List.copyOf(keys.values()));
    if (tried.isEmpty()) {
      throw new RefusedException(Message.of("cli.try-nothing", TriedPolicy.keys()));
    }
    return new TrySettings(checked, tried);
  }

  /**
   * Every job's keys, none required; only those looked at are held to their kind. Where the audit
   * reads files more freely than other jobs, so does the trial.
   */
  private static Map<String, JobKey> keys() {
    List<JobKey> all = new ArrayList<>(JobCatalog.keys().values());
    all.addAll(new AuditJob().keys());
    Set<String> reading = Set.copyOf(CommonKeys.reading().stream().map(JobKey::name).toList());
    Map<String, JobKey> keys = new LinkedHashMap<>();
    for (JobKey key : all) {
      boolean matters = LOOKED_AT.contains(key.name()) || reading.contains(key.name());
      keys.put(
          key.name(),
          new JobKey(
              key.name(), matters ? key.kind() : JobKey.Kind.TEXT, key.defaultValue(), false));
    }
    return keys;
  }
}
