package basedecl.samples;

import java.math.BigDecimal;

/**
 * A made-up person as the night should know it: the document number in its full modern form, the
 * declared wage in yuan a month.
 */
public record SamplePerson(
    String name, String kind, String number, BigDecimal declared, String remarks) {

  static final String RESIDENT = "居民身份证";
  static final String PERMIT = "港澳台居民居住证";
  static final String PERMANENT = "外国人永久居留身份证";
  static final String PASSPORT = "护照";

  SamplePerson earning(String wage) {
    return earning(new BigDecimal(wage));
  }

  SamplePerson earning(BigDecimal wage) {
    return new SamplePerson(name, kind, number, wage, remarks);
  }

  SamplePerson remarked(String words) {
    return new SamplePerson(name, kind, number, declared, words);
  }

  /** The number as it was before 1999: without the century and the check character. */
  public String oldNumber() {
    return number.substring(0, 6) + number.substring(8, 17);
  }
}
