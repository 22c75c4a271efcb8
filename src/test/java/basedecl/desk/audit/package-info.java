@NullMarked
package basedecl.desk.audit;

import org.jspecify.annotations.NullMarked;
