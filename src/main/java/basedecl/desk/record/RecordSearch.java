package basedecl.desk.record;

import basedecl.account.Account;
import basedecl.account.Actor;
import basedecl.account.Event;
import basedecl.account.EventKind;
import basedecl.account.SignInName;
import basedecl.desk.page.Faults;
import basedecl.ledger.account.AccountLedger;
import basedecl.ledger.account.EventLedger;
import basedecl.message.Message;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody looks for in the record, as it stands in the address.
 *
 * @param who a sign-in name, or {@code cli:} and the machine's name of whoever typed a command
 * @param kind the word of an {@link EventKind}
 * @param on an employer's code, an account's name, or the number of a thing
 * @param from the first day, inclusive
 * @param to the last day, inclusive
 * @param before only events with a lower number: the next page; 0 for the first
 */
public record RecordSearch(
    String who,
    String kind,
    String on,
    String address,
    String result,
    String from,
    String to,
    long before) {

  static final RecordSearch NOTHING = new RecordSearch("", "", "", "", "", "", "", 0);

  public RecordSearch {
    who = who.strip();
    on = on.strip();
    address = address.strip();
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether an identity number was typed, which may stand in no address. */
  boolean namesDocument() {
    return Stream.of(who, on, address).anyMatch(SignInName::isLikeADocument);
  }

  /**
   * The search of the ledger.
   *
   * @param faults takes what cannot be searched, at its field
   * @param zone whose days these are
   */
  EventLedger.Search read(AccountLedger accounts, Faults faults, ZoneId zone) {
    Optional<LocalDate> first = day("from", from, faults);
    Optional<LocalDate> last = day("to", to, faults);
    if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
      faults.at("to", Message.of("desk.record.days-reversed"));
    }
    return new EventLedger.Search(
        actor(accounts, faults),
        constant(EventKind.values(), kind),
        said(on)
            .map(text -> accounts.find(text).map(Account::name).map(SignInName::text).orElse(text)),
        said(address),
        constant(Event.Result.values(), result),
        first.map(day -> day.atStartOfDay(zone).toInstant()),
        last.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()),
        before > 0 ? OptionalLong.of(before) : OptionalLong.empty());
  }

  private Optional<Actor> actor(AccountLedger accounts, Faults faults) {
    if (who.isEmpty()) {
      return Optional.empty();
    }
    if (Actor.isOfCommandLine(who)) {
      return Optional.of(new Actor(OptionalLong.empty(), who));
    }
    Optional<Actor> found = accounts.find(who).map(Actor::of);
    if (found.isEmpty()) {
      faults.at("who", Message.of("desk.record.no-account", who));
    }
    return found;
  }

  private static Optional<LocalDate> day(String field, String text, Faults faults) {
    try {
      return said(text).map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      faults.at(field, Message.of("desk.record.no-day"));
      return Optional.empty();
    }
  }

  private static <E extends Enum<E>> Optional<E> constant(E[] all, String word) {
    return Arrays.stream(all).filter(each -> word(each).equals(word)).findFirst();
  }

  private static Optional<String> said(String text) {
    return Optional.of(text).filter(each -> !each.isBlank());
  }

  /** This search at another address, from the event after that number on; 0 for the newest. */
  String at(String path, long from) {
    Map<String, String> words = new TreeMap<>();
    said(who).ifPresent(text -> words.put("who", text));
    said(kind).ifPresent(text -> words.put("kind", text));
    said(on).ifPresent(text -> words.put("on", text));
    said(address).ifPresent(text -> words.put("address", text));
    said(result).ifPresent(text -> words.put("result", text));
    said(this.from).ifPresent(text -> words.put("from", text));
    said(to).ifPresent(text -> words.put("to", text));
    UriComponentsBuilder built = UriComponentsBuilder.fromPath(path);
    words.keySet().forEach(word -> built.queryParam(word, "{" + word + "}"));
    if (from > 0) {
      built.queryParam("before", from);
    }
    return built.encode().buildAndExpand(words).toUriString();
  }
}
