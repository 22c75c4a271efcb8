package basedecl.declaration.procedure;

import basedecl.money.Money;
import basedecl.person.DocumentKind;
import basedecl.person.IdNumber;
import basedecl.policy.Population;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

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
  private final MessageDigest digest;

  public DeclarationNumber(
      String policy, int year, Population population, String employerCode, int version) {
    this.head =
        year + "-" + employerCode + (population == Population.RETIREES ? "-R" : "-V") + version;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
    take(policy, head);
  }

  /** The next person's line, in the order of the declaration. */
  public void add(String name, DocumentKind kind, IdNumber id, Money declaredWage, Money base) {
    take(name, kind.name(), id.whole(), declaredWage.toString(), base.toString());
  }

  /** The whole number, once every line was added. */
  public String finish() {
    String check = HexFormat.of().formatHex(digest.digest()).substring(0, CHECK_DIGITS);
    return head + "-" + check.toUpperCase(Locale.ROOT);
  }

  private void take(String... words) {
    for (String word : words) {
      digest.update((word + SEPARATOR).getBytes(StandardCharsets.UTF_8));
    }
  }
}
