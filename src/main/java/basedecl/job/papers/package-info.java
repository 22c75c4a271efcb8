/**
 * The papers that each employer prints, seals and signs. Start reading at {@link
 * basedecl.job.papers.PapersTasklet}.
 */
@NullMarked
package basedecl.job.papers;

import org.jspecify.annotations.NullMarked;
