@NullMarked
package basedecl.desk.dues;

import org.jspecify.annotations.NullMarked;
