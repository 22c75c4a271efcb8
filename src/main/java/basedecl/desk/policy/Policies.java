package basedecl.desk.policy;

import basedecl.desk.page.DeskSettings;
import basedecl.message.RefusedException;
import basedecl.policy.PolicyBook;
import basedecl.policyfile.PolicyFiles;
import basedecl.settings.CommonKeys;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The policies as their files are now; those of the desk's start where a file cannot be read any
 * more.
 */
final class Policies {

  private static final Logger LOG = LoggerFactory.getLogger(Policies.class);

  private final DeskSettings desk;

  Policies(DeskSettings desk) {
    this.desk = desk;
  }

  PolicyBook current() {
    Optional<Path> own = desk.keys().optionalPath(CommonKeys.POLICIES);
    if (own.isEmpty()) {
      return desk.policies();
    }
    try {
      return PolicyFiles.load(own);
    } catch (RefusedException e) {
      LOG.error("The policies cannot be read; those of the start hold", e);
      return desk.policies();
    }
  }
}
