/**
 * {@code job: year-end}: what the year hands over to the next one's roster. Start reading at {@link
 * basedecl.job.yearend.YearEndJobConfiguration}.
 */
@NullMarked
package basedecl.job.yearend;

import org.jspecify.annotations.NullMarked;
