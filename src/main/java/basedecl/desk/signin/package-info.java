/**
 * Signing in: name and password, a password of one's own, the second factor, and the way out. Start
 * at {@link basedecl.desk.signin.SignInController}.
 */
@NullMarked
package basedecl.desk.signin;

import org.jspecify.annotations.NullMarked;
