@NullMarked
package basedecl.desk.material;

import org.jspecify.annotations.NullMarked;
