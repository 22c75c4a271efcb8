package basedecl.desk.page;

import java.time.LocalDate;

/**
 * The frame of a page.
 *
 * @param lang of this page, as HTML names it
 * @param otherLang the language the page can be read in instead, as the address names it
 * @param path of the request, without its query
 * @param user the name of whoever is signed in; empty for nobody
 * @param role of whoever is signed in, by its word; empty for nobody
 */
public record Page(
    String lang,
    String otherLang,
    String path,
    String policyTitle,
    int year,
    LocalDate businessDate,
    boolean fixedDay,
    String user,
    String role) {}
