/**
 * Who may see what in the desk: sign-in, sessions, headers, limits. Start at {@link
 * basedecl.desk.security.SecurityConfiguration}.
 */
@NullMarked
package basedecl.desk.security;

import org.jspecify.annotations.NullMarked;
