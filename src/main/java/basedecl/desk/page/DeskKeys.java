package basedecl.desk.page;

import basedecl.settings.CommonKeys;
import basedecl.settings.JobKey;
import java.util.List;

/** The keys of {@code jobs/desk.yaml} beside those every job has. */
public final class DeskKeys {

  /** The value of {@code job:} in the desk's file. */
  public static final String JOB = "desk";

  public static final JobKey PORT = JobKey.withDefault("port", JobKey.Kind.PORT, "8480");

  /** The address listened on; the machine's own alone where left out. */
  public static final JobKey ADDRESS =
      JobKey.withDefault("address", JobKey.Kind.ADDRESS, "127.0.0.1");

  /** Hour and minute of the nightly jobs; none run by the desk where left out. */
  public static final JobKey NIGHTLY = JobKey.optional("nightly", JobKey.Kind.TIME_OF_DAY);

  /** Minutes without a request after which a session ends. */
  public static final JobKey SESSION_MINUTES =
      JobKey.withDefault("session-minutes", JobKey.Kind.COUNT, "30");

  /** A PKCS#12 file with certificate and key; its password is {@code BASEDECL_TLS_PASSWORD}. */
  public static final JobKey TLS_KEYSTORE =
      JobKey.optional("tls-keystore", JobKey.Kind.EXISTING_FILE);

  /** Addresses of reverse proxies, separated by commas, whose forwarding headers are believed. */
  public static final JobKey TRUSTED_PROXIES =
      JobKey.optional("trusted-proxies", JobKey.Kind.ADDRESSES);

  /** A folder whose files and folders an operator may choose for a job, beside what is uploaded. */
  public static final JobKey INPUTS = JobKey.optional("inputs", JobKey.Kind.EXISTING_FOLDER);

  /**
   * The region whose people who pay alone the desk serves; all that the policies know where left
   * out.
   */
  public static final JobKey FLEXIBLE_REGION = JobKey.optional("flexible-region", JobKey.Kind.TEXT);

  private DeskKeys() {}

  public static List<JobKey> all() {
    return CommonKeys.and(
            PORT,
            ADDRESS,
            NIGHTLY,
            SESSION_MINUTES,
            TLS_KEYSTORE,
            TRUSTED_PROXIES,
            INPUTS,
            FLEXIBLE_REGION,
            CommonKeys.OUTPUT_BY,
            CommonKeys.MAX_MATERIAL_BYTES)
        .stream()
        // Meters are those of a command's run, or of a worker.
        .filter(key -> !key.equals(CommonKeys.METRICS))
        .toList();
  }
}
