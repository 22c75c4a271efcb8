/**
 * The clerk's pages of a declaration: where it stands, upload and check, confirmation with the
 * pledge, receipt. Start reading at {@link basedecl.desk.declare.DeclareController}; whose
 * declaration a request is about, {@link basedecl.desk.declare.Clerks} knows.
 */
@NullMarked
package basedecl.desk.declare;

import org.jspecify.annotations.NullMarked;
