package basedecl.desk.declare;

import basedecl.desk.security.SignedIn;
import basedecl.desk.submission.Submissions.For;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives a controller's method whose declaration it is about, as a {@link For}. A clerk of several
 * employers who chose none yet is led to the choice.
 */
final class ChosenEmployer implements HandlerMethodArgumentResolver {

  private final Clerks clerks;

  ChosenEmployer(Clerks clerks) {
    this.clerks = clerks;
  }

  /** No employer was chosen yet. */
  static final class NoneChosenException extends RuntimeException {}

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType().equals(For.class);
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    Authentication present = SecurityContextHolder.getContext().getAuthentication();
    if (present == null || !(present.getPrincipal() instanceof SignedIn who)) {
      throw new IllegalStateException("A clerk's page is for clerks alone");
    }
    HttpServletRequest sent =
        Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
    return clerks.chosen(who, sent.getSession()).orElseThrow(NoneChosenException::new);
  }
}
