/** {@code run}. Start reading at {@link basedecl.cli.job.RunCommand}. */
@NullMarked
package basedecl.cli.job;

import org.jspecify.annotations.NullMarked;
