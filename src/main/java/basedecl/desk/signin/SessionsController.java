package basedecl.desk.signin;

import basedecl.account.Event;
import basedecl.account.EventKind;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.security.OpenSession;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.Sessions;
import basedecl.desk.security.SignedIn;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where one's account is signed in, and how that is ended (ASVS 5.0, 7.5.2). */
@Controller
public final class SessionsController {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Sessions sessions;
  private final Recorder recorder;
  private final DeskSettings desk;

  SessionsController(Sessions sessions, Recorder recorder, DeskSettings desk) {
    this.sessions = sessions;
    this.recorder = recorder;
    this.desk = desk;
  }

  /**
   * A session as the page shows it.
   *
   * @param present whether it is the one in which this is asked
   */
  public record Shown(String key, String address, String since, String lastUsed, boolean present) {}

  @GetMapping("/sessions")
  String page(
      @AuthenticationPrincipal SignedIn who,
      HttpSession session,
      @RequestParam(defaultValue = "false") boolean ended,
      Model model) {
    model.addAttribute("ended", ended);
    model.addAttribute(
        "sessions",
        sessions.of(who.account().id()).stream()
            .sorted(Comparator.comparing(OpenSession::lastUsed).reversed())
            .map(
                each ->
                    new Shown(
                        each.key(),
                        each.address(),
                        time(each.since()),
                        time(each.lastUsed()),
                        each.isIn(session)))
            .toList());
    return "signin/sessions";
  }

  /**
   * Ends sessions.
   *
   * @param key of one of them; without it all but this one end
   */
  @PostMapping("/sessions")
  String end(
      @AuthenticationPrincipal SignedIn who,
      HttpSession session,
      @RequestParam(defaultValue = "") String key) {
    List<OpenSession> ending =
        sessions.of(who.account().id()).stream()
            .filter(each -> !each.isIn(session))
            .filter(each -> key.isEmpty() || each.key().equals(key))
            .toList();
    for (OpenSession each : ending) {
      each.end();
      recorder.ofAccount(who.account(), EventKind.SIGNED_OUT, who.address(), Event.Result.DONE);
    }
    return "redirect:/sessions?ended=true";
  }

  private String time(Instant instant) {
    return TIME.format(LocalDateTime.ofInstant(instant, desk.zone()));
  }
}
