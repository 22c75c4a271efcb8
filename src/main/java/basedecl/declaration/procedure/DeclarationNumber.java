package basedecl.declaration.procedure;

import basedecl.money.Money;
import basedecl.person.DocumentKind;
import basedecl.person.IdNumber;
import basedecl.policy.Population;
import java.security.MessageDigest;
import java.util.Locale;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The number that ties a printed paper to one version of a declaration: {@code
 * YEAR-EMPLOYER-Vn-CHECK}, {@code 2024-0370700001-V2-9F3C21AB}; retirees' begin with {@code R} in
 * the place of {@code V}. The check is the first eight hexadecimal digits of a SHA-256 over the
 * policy and every person's line, so that a paper with other lines has another number.
 */
public final class DeclarationNumber {

  private static final int CHECK_DIGITS = 8;
  private static final char SEPARATOR = '\u001f';

  private final String head;
  private final MessageDigest digest = DigestUtils.getSha256Digest();

  public DeclarationNumber(
      String policy, int year, Population population, String employerCode, int version) {
    this.head =
        year + "-" + employerCode + (population == Population.RETIREES ? "-R" : "-V") + version;
    take(policy, head);
  }

  /** The next person's line, in the order of the declaration. */
  public void add(String name, DocumentKind kind, IdNumber id, Money declaredWage, Money base) {
    take(name, kind.name(), id.whole(), declaredWage.toString(), base.toString());
  }

  /** The whole number, once every line was added. */
  public String finish() {
    String check = Hex.encodeHexString(digest.digest()).substring(0, CHECK_DIGITS);
    return head + "-" + check.toUpperCase(Locale.ROOT);
  }

  private void take(String... words) {
    for (String word : words) {
      DigestUtils.updateDigest(digest, word + SEPARATOR);
    }
  }
}
