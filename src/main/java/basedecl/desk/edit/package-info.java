/**
 * A declaration typed in the browser instead of a spreadsheet, and the template with the people
 * whom an employer declared last. Start reading at {@link basedecl.desk.edit.EditController}; what
 * is kept and how it is checked, {@link basedecl.desk.edit.Drafts} knows.
 */
@NullMarked
package basedecl.desk.edit;

import org.jspecify.annotations.NullMarked;
