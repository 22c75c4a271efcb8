@NullMarked
package basedecl.desk.result;

import org.jspecify.annotations.NullMarked;
