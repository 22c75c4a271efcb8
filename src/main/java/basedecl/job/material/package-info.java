/**
 * The scans that employers hand in, for whoever takes them in and whoever looks through them. Start
 * reading at {@link basedecl.job.material.MaterialsFolder}.
 */
@NullMarked
package basedecl.job.material;

import org.jspecify.annotations.NullMarked;
