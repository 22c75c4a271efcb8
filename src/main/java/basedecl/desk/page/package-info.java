/**
 * What all pages of the desk share: its settings, the two languages, forms of figures and dates,
 * error pages. Start at {@link basedecl.desk.page.PageAdvice}.
 */
@NullMarked
package basedecl.desk.page;

import org.jspecify.annotations.NullMarked;
