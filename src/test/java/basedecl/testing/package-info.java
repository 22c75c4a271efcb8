/**
 * What tests need from outside: a real MariaDB, the program in a process of its own. Start at
 * {@link basedecl.testing.MariaDbServer}.
 */
@NullMarked
package basedecl.testing;

import org.jspecify.annotations.NullMarked;
