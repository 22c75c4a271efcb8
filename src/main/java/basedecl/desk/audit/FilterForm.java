package basedecl.desk.audit;

import basedecl.account.Account;
import basedecl.ledger.audit.AuditFilter;
import basedecl.ledger.audit.AuditFilter.FollowUp;
import basedecl.ledger.audit.AuditFilter.Outcome;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The filter as it stands in the address and in the form; what it does not know it leaves aside.
 *
 * @param share in percent, as it was typed
 * @param follow {@code fresh}, {@code standing} or {@code cleared}
 * @param outcome {@code none} or the word of an outcome
 */
record FilterForm(String agency, String signal, String share, String follow, String outcome) {

  private static final Pattern PERCENT = Pattern.compile("(100|\\d{1,2}(\\.\\d{1,2})?)");

  FilterForm {
    agency = agency.strip();
    signal = signal.strip();
    share = share.strip().replaceFirst("[%％]$", "");
    follow = follow.strip();
    outcome = outcome.strip();
  }

  public boolean isShareUnderstood() {
    return share.isEmpty() || PERCENT.matcher(share).matches();
  }

  /** An auditor of an agency sees that agency's employers whatever the form says. */
  AuditFilter filter(Account account) {
    return new AuditFilter(
        account.agency().or(() -> filled(agency)),
        filled(signal),
        filled(share).filter(PERCENT.asMatchPredicate()).map(BigDecimal::new).map(FilterForm::part),
        word(FollowUp.values(), follow),
        word(Outcome.values(), outcome));
  }

  private static BigDecimal part(BigDecimal percent) {
    return percent.movePointLeft(2);
  }

  private static Optional<String> filled(String value) {
    return Optional.of(value).filter(text -> !text.isEmpty());
  }

  private static <E extends Enum<E>> Optional<E> word(E[] values, String word) {
    return Arrays.stream(values).filter(each -> word(each).equals(word)).findFirst();
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** An address of these pages with this filter. */
  String address(String path) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
    add(address, "agency", agency);
    add(address, "signal", signal);
    add(address, "share", share);
    add(address, "follow", follow);
    add(address, "outcome", outcome);
    return address.encode().build().toUriString();
  }

  private static void add(UriComponentsBuilder address, String name, String value) {
    if (!value.isEmpty()) {
      address.queryParam(name, value);
    }
  }
}
