/** The first page: what waits for whom. Start at {@link basedecl.desk.home.HomeController}. */
@NullMarked
package basedecl.desk.home;

import org.jspecify.annotations.NullMarked;
