@NullMarked
package basedecl.desk.declare;

import org.jspecify.annotations.NullMarked;
