package basedecl.desk.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where somebody goes on after signing in: a path of the desk's own that needs an account, without
 * its query. Anything else that a link brings is the first page.
 */
public final class ReturnAddress {

  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9][A-Za-z0-9_-]{0,63}){1,6}");

  private ReturnAddress() {}

  /** The path, if it may be gone to. */
  public static String of(String wanted) {
    return isOurs(wanted) ? wanted : "/";
  }

  /** The address of a request that needs an account, to come back to. */
  static Optional<String> of(HttpServletRequest request) {
    return Optional.of(request.getRequestURI())
        .filter(path -> request.getMethod().equals("GET") && isOurs(path));
  }

  private static boolean isOurs(String path) {
    return PATH.matcher(path).matches()
        && AccessTable.of(path).filter(row -> !row.isPublic()).isPresent();
  }
}
