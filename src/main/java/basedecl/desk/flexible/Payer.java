package basedecl.desk.flexible;

import basedecl.desk.page.DeskSettings;
import basedecl.desk.security.SignedIn;
import basedecl.ledger.account.PersonCodeLedger;
import basedecl.ledger.flexible.ElectionRecord;
import basedecl.ledger.flexible.PersonLedger;
import basedecl.ledger.flexible.SpecialCharge;
import basedecl.person.IdNumber;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.server.ResponseStatusException;

/**
 * Whoever is signed in as one who pays alone: the person of the account and no other. Pages take
 * the person from here alone, so that no address names one.
 *
 * @param name as the agency has it; empty where it has none
 */
public record Payer(IdNumber number, String name) {

  /** Finds the person of an account. */
  public static final class Source {

    private final PersonCodeLedger codes;
    private final PersonLedger ledger;
    private final DeskSettings desk;

    Source(JdbcTemplate template, DeskSettings desk) {
      this.codes = new PersonCodeLedger(template);
      this.ledger = new PersonLedger(template);
      this.desk = desk;
    }

    /** The person of the account; an account without one has no page here. */
    public Payer of(SignedIn who) {
      IdNumber number =
          who.account()
              .person()
              .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
      return new Payer(
          number, codes.personName(who.account().id()).or(() -> name(known(number))).orElse(""));
    }

    /** What the ledger holds of a person today. */
    public PersonLedger.Known known(IdNumber number) {
      return ledger.of(number, desk.businessDate());
    }

    /** The name of the newest election, or of an approved amount. */
    public static Optional<String> name(PersonLedger.Known known) {
      return known.elections().values().stream()
          .flatMap(Collection::stream)
          .max(Comparator.comparing(ElectionRecord::id))
          .map(ElectionRecord::name)
          .or(() -> known.charges().stream().findFirst().map(SpecialCharge::name));
    }
  }
}
