package basedecl.desk.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/** A {@link SignedIn} as Spring Security carries it. */
final class DeskAuthentication extends AbstractAuthenticationToken {

  private final transient SignedIn who;

  DeskAuthentication(SignedIn who) {
    super(AuthorityUtils.createAuthorityList("ROLE_" + who.account().role()));
    this.who = who;
    setAuthenticated(true);
  }

  static Optional<SignedIn> of(@Nullable Authentication authentication) {
    return authentication instanceof DeskAuthentication desk
        ? Optional.of(desk.who)
        : Optional.empty();
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  @Override
  public Object getPrincipal() {
    return who;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DeskAuthentication desk && desk.who.equals(who);
  }

  @Override
  public int hashCode() {
    return who.hashCode();
  }
}
