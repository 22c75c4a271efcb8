/** The workbook of a policy tried. Start reading at {@link basedecl.report.trial.TrialWorkbook}. */
@NullMarked
package basedecl.report.trial;

import org.jspecify.annotations.NullMarked;
