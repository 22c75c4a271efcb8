package basedecl.declarationfile;

import basedecl.cell.Field;
import basedecl.declaration.Roster;
import basedecl.policy.Population;
import basedecl.table.HeaderSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a declaration file is read by: whose declaration, of which year, which words head it. */
public final class DeclarationForm {

  private final Population population;
  private final int year;
  private final Optional<Roster> roster;
  private final HeaderSpec<Field> header;

  /**
   * @param year the contribution year; the wages are those of the year before
   * @param roster empty: every employer is taken
   * @param ownWords further words that the centre reads as a column's title
   */
  public DeclarationForm(
      Population population, int year, Optional<Roster> roster, Map<Field, List<String>> ownWords) {
    this.population = population;
    this.year = year;
    this.roster = roster;
    this.header = DeclarationHeader.of(population, ownWords);
  }

  public Population population() {
    return population;
  }

  public int year() {
    return year;
  }

  public Optional<Roster> roster() {
    return roster;
  }

  HeaderSpec<Field> header() {
    return header;
  }
}
