@NullMarked
package basedecl.desk.edit;

import org.jspecify.annotations.NullMarked;
