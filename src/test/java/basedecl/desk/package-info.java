/**
 * The pages as a browser and as a plain client see them: {@link basedecl.desk.DeskUnderTest} serves
 * them, {@link basedecl.desk.DeskBrowser} looks at them.
 */
@NullMarked
package basedecl.desk;

import org.jspecify.annotations.NullMarked;
