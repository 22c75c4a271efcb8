package basedecl.desk.declare;

import basedecl.desk.submission.CheckPlaces;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What is answered where a page of a declaration cannot be. */
@ControllerAdvice
final class DeclareErrors {

  private static final String SECONDS = "30";

  @ExceptionHandler(ChosenEmployer.NoneChosenException.class)
  String noneChosen() {
    return "redirect:/declare";
  }

  @ExceptionHandler(CheckPlaces.NoPlaceException.class)
  void busy(HttpServletResponse response) throws IOException {
    response.setHeader("Retry-After", SECONDS);
    response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
  }
}
