package basedecl.desk.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The page for what went wrong: one sentence that says what to do, and for a fault of the program a
 * number under which the log has it. Never a stack trace, never what was typed.
 */
@Controller
public final class PageErrors implements ErrorController {

  private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);
  private static final int DEEPEST = 8;
  private static final int FRAMES = 60;

  @RequestMapping("/error")
  String error(HttpServletRequest request, Model model) {
    int status =
        Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
            .map(code -> Integer.parseInt(code.toString()))
            .orElse(404);
    model.addAttribute("status", status);
    model.addAttribute("sentence", "desk.error." + sentence(status));
    model.addAttribute("number", status >= 500 && status != 503 ? logged(request) : "");
    return "error";
  }

  private static String sentence(int status) {
    return switch (status) {
      case 400, 405, 415 -> "request";
      case 401, 403 -> "forbidden";
      case 404 -> "not-found";
      case 408 -> "slow";
      case 411, 413 -> "too-large";
      case 429 -> "too-many";
      case 503 -> "busy";
      default -> "fault";
    };
  }

  private static String logged(HttpServletRequest request) {
    String number = UUID.randomUUID().toString().substring(0, 8);
    Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    LOG.error(
        "A page failed, number {}{}",
        number,
        failure instanceof Throwable thrown ? told(thrown) : "");
    return number;
  }

  /** What failed and where; not its words, which may quote what was sent or stored. */
  private static String told(Throwable failure) {
    StringBuilder told = new StringBuilder();
    Throwable each = failure;
    for (int depth = 0; each != null && depth < DEEPEST; depth++) {
      told.append("\n").append(each.getClass().getName());
      Arrays.stream(each.getStackTrace())
          .limit(FRAMES)
          .forEach(frame -> told.append("\n\tat ").append(frame));
      each = each.getCause();
    }
    return told.toString();
  }
}
