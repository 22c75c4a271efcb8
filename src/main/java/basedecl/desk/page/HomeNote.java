package basedecl.desk.page;

import basedecl.account.Account;
import basedecl.message.Language;
import java.util.List;

/**
 * What waits for somebody of the centre, on the first page.
 *
 * @param link where it is done
 * @param urgent whether it stands out
 */
public record HomeNote(
    String title, String sentence, String link, String linkText, boolean urgent) {

  /** Knows what waits for whom; each page group has one of its own. */
  public interface Source {

    /** What waits for this account, the most urgent first; nothing for other roles. */
    List<HomeNote> of(Account account, Language language);
  }
}
