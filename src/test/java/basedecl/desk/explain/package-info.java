@NullMarked
package basedecl.desk.explain;

import org.jspecify.annotations.NullMarked;
