/**
 * A job's workbooks by agency: a folder each, several agencies at a time, and what earlier runs
 * left where this one writes none. Start reading at {@link basedecl.job.agency.AgencyWorkbooks}.
 */
@NullMarked
package basedecl.job.agency;

import org.jspecify.annotations.NullMarked;
