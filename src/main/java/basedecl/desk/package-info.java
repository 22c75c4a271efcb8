/**
 * The program in a browser: its server, the keys of {@code jobs/desk.yaml} and what is started with
 * it. Start at {@link basedecl.desk.DeskServer}. The pages stand in the packages below, one
 * controller a page group; rules and figures come from the rooms below this one.
 */
@NullMarked
package basedecl.desk;

import org.jspecify.annotations.NullMarked;
