@NullMarked
package basedecl.desk.version;

import org.jspecify.annotations.NullMarked;
