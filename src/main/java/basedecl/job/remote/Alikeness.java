package basedecl.job.remote;

import basedecl.declarationfile.OwnHeaders;
import basedecl.file.ProgramDigest;
import basedecl.job.submitted.RosterFile;
import basedecl.ledger.remote.RemoteCall.Alike;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import java.io.IOException;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;

/** What a run and its workers must have alike, each seen by itself. */
public final class Alikeness {

  private Alikeness() {}

  /**
   * @param policies the version of the policies the run stands on
   * @param workMark what lies in the work folder
   */
  public static Alike of(JobSettings settings, String policies, RosterFile roster, String workMark)
      throws IOException {
    return new Alike(
        ProgramDigest.ofThisProgram()
            .orElseThrow(() -> new IOException("The program cannot be read")),
        policies(settings, policies),
        roster.sha256(),
        DigestUtils.sha256Hex(settings.readLimits().toString()),
        workMark);
  }

  private static String policies(JobSettings settings, String version) {
    TreeMap<String, String> headers = new TreeMap<>();
    OwnHeaders.in(settings.optionalPath(CommonKeys.POLICIES))
        .forEach((field, words) -> headers.put(field.name(), words.toString()));
    return DigestUtils.sha256Hex(
        settings.text(CommonKeys.POLICY) + " " + version + " " + settings.year() + " " + headers);
  }
}
