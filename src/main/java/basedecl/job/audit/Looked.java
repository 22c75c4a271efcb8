package basedecl.job.audit;

import basedecl.audit.TaxWages;
import basedecl.report.AuditPicture;
import java.util.Optional;

/** What the first step found, for the second to write down. */
final class Looked {

  /** The picture, and the tax file it was held against. */
  record Result(AuditPicture picture, Optional<TaxWages> tax) {}

  private Optional<Result> result = Optional.empty();

  void set(Result found) {
    result = Optional.of(found);
  }

  Result get() {
    return result.orElseThrow(() -> new IllegalStateException("Nobody has looked yet"));
  }
}
