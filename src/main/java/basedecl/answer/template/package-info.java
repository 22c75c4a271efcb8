/**
 * The workbook that a declaration is filled in to, blank or with people in it. Start reading at
 * {@link basedecl.answer.template.TemplateWorkbook}.
 */
@NullMarked
package basedecl.answer.template;

import org.jspecify.annotations.NullMarked;
