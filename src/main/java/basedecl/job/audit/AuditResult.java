package basedecl.job.audit;

import basedecl.audit.TaxWages;
import basedecl.ledger.year.YearInMonth;
import basedecl.report.LimitsNotices;
import basedecl.report.audit.AuditPicture;
import basedecl.report.manifest.ManifestJson;
import java.util.List;
import java.util.Optional;

/** What the first step found, for the second to write down. */
final class AuditResult {

  /**
   * The picture, the year in the month it is of, who stands on other limits, the tax file it was
   * held against, and every file that was read.
   */
  record Result(
      AuditPicture picture,
      YearInMonth year,
      LimitsNotices notices,
      Optional<TaxWages> tax,
      List<ManifestJson.Input> inputs) {

    Result {
      inputs = List.copyOf(inputs);
    }
  }

  private Optional<Result> result = Optional.empty();

  void set(Result found) {
    result = Optional.of(found);
  }

  Result get() {
    return result.orElseThrow(() -> new IllegalStateException("The first step comes before"));
  }
}
