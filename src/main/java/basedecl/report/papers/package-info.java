/**
 * What one employer prints, seals and signs. Start reading at {@link
 * basedecl.report.papers.EmployerPapers}.
 */
@NullMarked
package basedecl.report.papers;

import org.jspecify.annotations.NullMarked;
