/** Commands and jobs as a person runs them, on real files and a real ledger. */
@NullMarked
package basedecl.cli;

import org.jspecify.annotations.NullMarked;
