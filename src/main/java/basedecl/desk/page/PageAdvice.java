package basedecl.desk.page;

import basedecl.account.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the layout of every page needs. */
@ControllerAdvice
public final class PageAdvice {

  private final DeskSettings desk;

  public PageAdvice(DeskSettings desk) {
    this.desk = desk;
  }

  @ModelAttribute("page")
  Page page(HttpServletRequest request, Locale locale) {
    boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    return new Page(
        english ? "en" : "zh-CN",
        english ? "zh" : "en",
        request.getRequestURI(),
        desk.policy().title(),
        desk.year(),
        desk.businessDate(),
        desk.isFixedDay(),
        Objects.requireNonNullElse(request.getRemoteUser(), ""),
        role(request));
  }

  private static String role(HttpServletRequest request) {
    return Arrays.stream(Role.values())
        .filter(role -> request.isUserInRole(role.name()))
        .map(Role::word)
        .findFirst()
        .orElse("");
  }

  @ModelAttribute("faults")
  Faults faults(Locale locale) {
    return new Faults(locale);
  }

  @ModelAttribute("contacts")
  Contacts contacts() {
    return Contacts.of(desk.policy().agencyDirectory());
  }
}
