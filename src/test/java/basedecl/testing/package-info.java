/**
 * What tests need from outside: a real MariaDB. Start at {@link basedecl.testing.MariaDbServer}.
 */
@NullMarked
package basedecl.testing;

import org.jspecify.annotations.NullMarked;
