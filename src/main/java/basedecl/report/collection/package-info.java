/**
 * What is sent for collection and what came back, as workbooks. Start reading at {@link
 * basedecl.report.collection.CollectionWorkbook}.
 */
@NullMarked
package basedecl.report.collection;

import org.jspecify.annotations.NullMarked;
