package basedecl.architecture.planted.audit;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Planted: reads the day in a domain room. */
record ReadsTheDay() {
  static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
