/**
 * The house's table of rooms as rules. Start reading at {@link basedecl.architecture.Room}; {@code
 * planted} holds the violations that prove each rule.
 */
@NullMarked
package basedecl.architecture;

import org.jspecify.annotations.NullMarked;
