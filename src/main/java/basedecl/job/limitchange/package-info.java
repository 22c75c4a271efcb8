/**
 * New limits on declared wages within a year. Start reading at {@link
 * basedecl.job.limitchange.LimitChangeJobConfiguration}.
 */
@NullMarked
package basedecl.job.limitchange;

import org.jspecify.annotations.NullMarked;
