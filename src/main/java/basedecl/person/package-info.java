/**
 * Identity numbers and the other documents of people, and the credit codes of employers. Start
 * reading at {@link basedecl.person.IdNumber}.
 */
@NullMarked
package basedecl.person;

import org.jspecify.annotations.NullMarked;
