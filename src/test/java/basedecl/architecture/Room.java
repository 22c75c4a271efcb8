package basedecl.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A row of the house's table: a package under {@code basedecl}, the packages it may import and the
 * libraries it may use beside the JDK. A planted class (a violation that proves a rule) counts as
 * an inhabitant of the room whose name follows {@link #PLANTED}.
 *
 * @param path of the package below the root; a package below it has a row of its own
 */
record Room(String path, Set<String> mayImport, List<String> libraries) {

  static final String ROOT = "basedecl";
  static final String PLANTED = "basedecl.architecture.planted";

  /**
   * From the lowest floor up; a row imports rows above it only. {@code x.*} is a room with all
   * below it, and {@code domain} every row of {@link #DOMAIN_ROOMS} that stands above.
   */
  private static final String TABLE =
      """
      message                |                                              |
      money                  |                                              |
      file                   | message                                      |
      policy.rule            | money                                        |
      policy                 | policy.rule money message                    |
      finding                | message                                      |
      cell                   | finding                                      |
      person                 | cell finding message                         |
      payment                | cell finding money                           |
      declaration.row        | policy.* money message finding cell person   | jakarta.validation org.hibernate.validator
      declaration            | declaration.row policy.* money message finding cell person |
      declaration.change     | declaration policy.* money message finding cell person |
      declaration.procedure  | policy.* money person                        |
      declaration.staff      | declaration.row policy.* money message finding cell person |
      account                | person message                               | com.eatthepath.otp me.gosimple.nbvcxz
      assessment             | domain                                       |
      assessment.latefee     | domain                                       |
      assessment.topup       | domain                                       |
      assessment.collection  | domain                                       |
      assessment.flexible    | domain                                       |
      audit.signal           | domain                                       |
      audit                  | domain                                       |
      audit.trial            | domain                                       |
      policyfile             | policy.* money message                       | org.yaml.snakeyaml org.slf4j
      policyfile.text        | policyfile policy.* money message            | org.jline.utils
      spreadsheet.gate       | finding                                      | org.apache.commons.compress
      spreadsheet.row        | spreadsheet.gate cell                        |
      spreadsheet.value      | spreadsheet.gate cell                        |
      spreadsheet.zip        | spreadsheet.gate                             | org.apache.commons.compress
      spreadsheet.ole        | spreadsheet.gate                             | org.apache.poi
      spreadsheet.xml        | spreadsheet.gate spreadsheet.zip             | com.fasterxml.aalto org.codehaus.stax2
      spreadsheet.xls        | spreadsheet.gate spreadsheet.row spreadsheet.value cell | org.apache.poi
      spreadsheet.xlsx       | spreadsheet.gate spreadsheet.row spreadsheet.value spreadsheet.ole spreadsheet.xml spreadsheet.zip cell | org.apache.poi com.fasterxml.aalto org.codehaus.stax2
      spreadsheet.csv        | spreadsheet.gate spreadsheet.row cell file   | org.apache.commons.csv
      spreadsheet.html       | spreadsheet.gate spreadsheet.row spreadsheet.value spreadsheet.csv cell | org.jsoup
      spreadsheet.xml2003    | spreadsheet.gate spreadsheet.row spreadsheet.value spreadsheet.csv spreadsheet.xml cell | com.fasterxml.aalto
      spreadsheet            | spreadsheet.*                                | org.slf4j
      table                  | spreadsheet spreadsheet.gate spreadsheet.row cell finding money message person policy.* |
      declarationfile        | table spreadsheet.gate spreadsheet.row policyfile domain |
      workbook               | file money                                   | org.apache.commons.csv org.apache.commons.compress org.apache.poi org.openxmlformats.schemas
      answer.template        | workbook file policy.* declaration.staff person message cell | org.apache.poi
      answer                 | answer.template workbook file spreadsheet spreadsheet.gate spreadsheet.row policy.* finding cell person message | org.apache.poi org.openxmlformats.schemas org.w3c.dom org.xml.sax
      ledger.database        | finding message file                             | org.springframework.jdbc org.springframework.dao org.springframework.transaction org.flywaydb com.zaxxer.hikari org.slf4j
      ledger.run             | ledger.database file domain                      | org.springframework.jdbc org.springframework.dao org.slf4j
      ledger.intake          | ledger.database domain                       | org.springframework.jdbc org.springframework.dao
      ledger.remote          | ledger.database                              | org.springframework.jdbc
      ledger.employer        | ledger.database domain                       | org.springframework.jdbc org.springframework.dao
      ledger.year            | ledger.database ledger.intake ledger.employer domain         | org.springframework.jdbc org.springframework.dao
      ledger.review          | ledger.database domain                       | org.springframework.jdbc org.springframework.dao
      ledger.latefee         | ledger.database domain                       | org.springframework.jdbc org.springframework.dao
      ledger.due             | ledger.year ledger.latefee domain            | org.springframework.jdbc
      ledger.collection      | ledger.database ledger.latefee domain        | org.springframework.jdbc org.springframework.dao
      ledger.flexible        | ledger.database domain                       | org.springframework.jdbc org.springframework.dao
      ledger.audit           | ledger.database ledger.run domain            | org.springframework.jdbc org.springframework.dao
      ledger.account         | ledger.database account person message       | org.springframework.jdbc org.springframework.dao org.springframework.security.crypto
      ledger.submission      | ledger.database domain                       | org.springframework.jdbc org.springframework.dao
      ledger.draft           | ledger.database domain                       | org.springframework.jdbc org.springframework.dao
      ledger.staff           | ledger.database ledger.intake ledger.year domain | org.springframework.jdbc org.springframework.dao
      report                 | ledger.year workbook file domain             |
      report.latefee         | report ledger.year ledger.latefee workbook file domain |
      report.employer        | report report.latefee ledger.employer workbook file domain |
      report.collection      | report report.latefee ledger.year ledger.latefee ledger.collection workbook file domain |
      report.declaration     | report report.latefee ledger.year ledger.intake ledger.audit workbook file domain |
      report.retirees        | report report.declaration ledger.year workbook file domain |
      report.papers          | report report.declaration report.retirees ledger.year workbook file domain |
      report.limitchange     | report ledger.year workbook file domain      |
      report.staffchange     | report ledger.year ledger.staff workbook file domain |
      report.flexible        | report ledger.flexible workbook file domain |
      report.proof           | report report.flexible domain                | org.apache.pdfbox io.nayuki.qrcodegen
      report.review          | report ledger.review workbook file domain    |
      report.yearend         | report report.latefee ledger.year workbook file domain |
      report.audit           | report report.declaration ledger.year ledger.audit workbook file domain |
      report.trial           | report ledger.year workbook file domain      |
      report.account         | report workbook file domain                  |
      report.explain         | report ledger.year ledger.due ledger.employer ledger.staff ledger.latefee ledger.collection ledger.review ledger.audit domain | org.springframework.jdbc tools.jackson
      report.manifest        | report report.audit ledger.year ledger.intake ledger.audit ledger.collection file domain | tools.jackson
      settings               | spreadsheet.gate ledger.database policy message | org.yaml.snakeyaml
      job.submitted          | settings table spreadsheet spreadsheet.gate file domain |
      job.run                | job.submitted settings ledger.* file domain  | org.springframework me.tongfei.progressbar org.slf4j
      job.metrics            | settings ledger.run file message | org.springframework com.zaxxer.hikari io.micrometer org.slf4j
      job.launch             | job.run job.metrics job.submitted settings ledger.* file domain | org.springframework org.flywaydb com.zaxxer.hikari ch.qos.logback org.slf4j
      job.intake             | job.run job.submitted report.* settings ledger.* answer declarationfile spreadsheet spreadsheet.gate spreadsheet.row table file domain | org.springframework org.slf4j
      job.check              | job.intake declarationfile spreadsheet spreadsheet.gate ledger.year ledger.intake ledger.staff domain | org.springframework.jdbc
      job.agency             | job.run job.intake report report.declaration ledger.year file domain |
      job.remote             | job.run job.submitted job.intake settings ledger.* declarationfile spreadsheet.gate file domain | org.springframework org.slf4j
      job.worker             | job.run job.launch job.metrics job.submitted job.intake job.remote settings ledger.* spreadsheet file domain | org.springframework com.zaxxer.hikari org.slf4j
      job.declaration        | job.run job.submitted job.intake job.agency job.remote report.* settings ledger.* declarationfile file domain | org.springframework
      job.retirees           | job.run job.submitted job.intake job.agency job.remote report.* settings ledger.* declarationfile file domain | org.springframework
      job.papers             | job.run report.* settings ledger.* file domain | org.springframework
      job.material           | ledger.review finding                        |
      job.review             | job.run job.submitted job.material report.* settings ledger.* table file domain | org.springframework
      job.latefee            | job.run job.submitted report.* settings ledger.* table spreadsheet.gate file domain | org.springframework
      job.collection         | job.run report.* settings ledger.* policyfile file domain | org.springframework
      job.reconciliation     | job.run job.submitted report.* settings ledger.* table file domain | org.springframework
      job.limitchange        | job.run report.* settings ledger.* file domain | org.springframework
      job.yearend            | job.run report.* settings ledger.* file domain | org.springframework
      job.audit              | job.run job.submitted report.* settings ledger.* policyfile table spreadsheet.gate file domain | org.springframework
      job.auditoutcome       | job.run job.submitted report.* settings ledger.* table file domain | org.springframework
      job.employerchange     | job.run job.submitted report.* settings ledger.* table file domain | org.springframework
      job.staffchange        | job.run job.submitted report.* settings ledger.* table file domain | org.springframework
      job.flexible           | job.run job.submitted report.* settings ledger.* table file domain | org.springframework
      job.flexiblepayment    | job.run job.submitted report.* settings ledger.* table file domain | org.springframework
      job.topup              | job.run job.submitted report.* settings ledger.* table file domain | org.springframework
      job.specialpayment     | job.run job.submitted report.* settings ledger.* table file domain | org.springframework
      job.account            | job.submitted table spreadsheet.gate ledger.* report.account file domain | org.springframework
      job.desk               | job.* settings policyfile ledger.* file domain | org.springframework com.zaxxer.hikari org.slf4j
      desk.page              | settings ledger.* file domain                | org.springframework jakarta.servlet org.slf4j
      desk.upload            | desk.page settings file domain               | org.springframework jakarta.servlet org.slf4j org.apache.tomcat
      desk.security          | desk.page desk.upload settings ledger.* file domain | org.springframework jakarta.servlet org.slf4j org.apache.catalina org.apache.tomcat
      desk.signin            | desk.page desk.security settings ledger.* domain | org.springframework jakarta.servlet org.slf4j io.nayuki.qrcodegen
      desk.submission        | desk.page job.submitted job.intake job.check answer settings policyfile ledger.* declarationfile spreadsheet file domain | org.springframework org.slf4j
      desk.declare           | desk.page desk.security desk.upload desk.submission job.intake report report.review settings ledger.* file domain | org.springframework jakarta.servlet org.slf4j
      desk.paper             | desk.page desk.security desk.declare desk.submission report report.papers workbook settings ledger.* file domain | org.springframework jakarta.servlet
      desk.material          | desk.page desk.security desk.upload desk.declare desk.submission job.desk job.material report.review settings ledger.* file domain | org.springframework jakarta.servlet
      desk.result            | desk.page desk.security desk.declare desk.submission job.desk job.review report settings ledger.* file domain | org.springframework jakarta.servlet
      desk.dues              | desk.page desk.security desk.declare desk.submission report ledger.* domain | org.springframework jakarta.servlet
      desk.flexible          | desk.page desk.security desk.submission job.desk job.flexible table report report.flexible settings ledger.* file domain | org.springframework jakarta.servlet org.slf4j
      desk.bill              | desk.page desk.security desk.flexible job.topup report report.flexible report.proof settings ledger.* domain | org.springframework jakarta.servlet
      desk.counter           | desk.page desk.security desk.submission desk.upload desk.flexible job.account report report.flexible settings ledger.* file domain | org.springframework jakarta.servlet
      desk.edit              | desk.page desk.security desk.submission desk.declare answer.template report settings ledger.* file domain | org.springframework jakarta.servlet
      desk.version           | desk.page desk.security desk.submission desk.declare report report.declaration ledger.* domain | org.springframework jakarta.servlet
      desk.review            | desk.page desk.security desk.submission desk.declare desk.paper desk.material desk.result job.desk job.launch job.material job.review report workbook settings ledger.* file domain | org.springframework jakarta.servlet
      desk.account           | desk.page desk.security desk.submission job.account settings ledger.* file domain | org.springframework jakarta.servlet org.slf4j
      desk.explain           | desk.page desk.security desk.submission desk.declare report report.explain ledger.* domain | org.springframework jakarta.servlet
      desk.audit             | desk.page desk.security desk.submission desk.declare desk.explain job.desk job.launch job.auditoutcome report report.audit settings ledger.* file domain | org.springframework jakarta.servlet org.slf4j
      desk.run               | desk.page desk.upload desk.security desk.submission job.desk job.launch job.run report settings ledger.* file domain | org.springframework jakarta.servlet org.slf4j
      desk.waiting           | desk.page desk.security desk.submission report report.review ledger.* file domain | org.springframework jakarta.servlet
      desk.policy            | desk.page desk.security desk.submission job.audit report report.trial settings policyfile policyfile.text ledger.* file domain | org.springframework jakarta.servlet org.slf4j
      desk.home              | desk.page desk.security desk.declare settings ledger.* domain | org.springframework jakarta.servlet org.slf4j
      desk.open              | desk.page desk.security desk.submission desk.upload job.intake job.check answer answer.template report report.flexible settings ledger.* file domain | org.springframework jakarta.servlet org.slf4j
      desk.record            | desk.page desk.security desk.submission report.account settings ledger.* file domain | org.springframework jakarta.servlet
      desk                   | desk.* settings ledger.* file domain job.desk | org.springframework com.zaxxer.hikari org.slf4j
      cli.terminal           | message                                      | picocli
      cli.job                | cli.terminal job.desk job.launch job.worker settings policy message | picocli
      cli.ledger             | cli.terminal job.desk job.launch job.run settings policyfile ledger.* file domain | org.springframework com.zaxxer.hikari
      cli.account            | cli.terminal cli.ledger job.account spreadsheet.gate report.account ledger.* domain | picocli org.springframework
      cli.explain            | cli.terminal cli.ledger report.* ledger.* domain | picocli org.springframework tools.jackson
      cli.policy             | cli.terminal job.desk cli.ledger job.run job.submitted job.audit report.* ledger.* settings policyfile.* declarationfile file domain | picocli org.springframework
      cli.check              | cli.terminal cli.ledger job.run job.submitted job.intake settings policyfile answer declarationfile spreadsheet spreadsheet.gate spreadsheet.row file domain job.check | picocli tools.jackson org.springframework.jdbc
      cli.desk               | cli.terminal desk desk.page job.run settings policyfile file domain job.desk job.launch | picocli com.zaxxer.hikari
      cli                    | cli.terminal cli.job cli.ledger cli.account cli.check cli.explain cli.policy cli.desk job.run report.* ledger.* settings policyfile table file domain answer.template | picocli org.springframework org.slf4j
      """;

  /** The rooms that know no Spring, no file, no clock and no database, with all below them. */
  private static final List<String> DOMAIN_ROOMS =
      List.of(
          "message",
          "money",
          "policy",
          "finding",
          "cell",
          "person",
          "payment",
          "account",
          "declaration",
          "assessment",
          "audit");

  private static final List<Room> ALL = rows();

  private static final Map<String, Room> BY_PATH =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Room::path, Function.identity()));

  Room {
    mayImport = Set.copyOf(mayImport);
    libraries = List.copyOf(libraries);
  }

  static List<Room> all() {
    return ALL;
  }

  static Room named(String path) {
    return Optional.ofNullable(BY_PATH.get(path)).orElseThrow();
  }

  boolean isDomain() {
    return isDomain(path);
  }

  /** The room a class lives in; empty for one that is not of this project or in no room. */
  static Optional<Room> of(JavaClass javaClass) {
    return residence(javaClass).map(BY_PATH::get);
  }

  /** The package path below the root, {@code job.declaration} for example. */
  static Optional<String> residence(JavaClass javaClass) {
    String name = javaClass.getPackageName();
    return Stream.of(PLANTED, ROOT)
        .filter(root -> isOrBelow(name, root))
        .findFirst()
        .map(root -> name.equals(root) ? "" : name.substring(root.length() + 1));
  }

  static boolean isOrBelow(String inner, String outer) {
    return inner.equals(outer) || inner.startsWith(outer + ".");
  }

  @Override
  public String toString() {
    return path;
  }

  private static List<Room> rows() {
    Set<String> above = new LinkedHashSet<>();
    return TABLE
        .lines()
        .map(line -> row(line.split("\\|", -1), above))
        .peek(room -> above.add(room.path))
        .toList();
  }

  private static Room row(String[] cells, Set<String> above) {
    String path = cells[0].strip();
    Set<String> mayImport = new LinkedHashSet<>(List.of(path));
    for (String word : words(cells[1])) {
      List<String> meant = above.stream().filter(other -> isMeant(word, other)).toList();
      if (meant.isEmpty()) {
        throw new IllegalStateException(path + " may not import " + word + " from below");
      }
      mayImport.addAll(meant);
    }
    return new Room(path, mayImport, words(cells[2]));
  }

  private static boolean isMeant(String word, String path) {
    if (word.equals("domain")) {
      return isDomain(path);
    }
    return word.endsWith(".*")
        ? isOrBelow(path, word.substring(0, word.length() - 2))
        : word.equals(path);
  }

  private static boolean isDomain(String path) {
    return DOMAIN_ROOMS.stream().anyMatch(room -> isOrBelow(path, room));
  }

  private static List<String> words(String cell) {
    return Arrays.stream(cell.strip().split("\\s+", -1)).filter(word -> !word.isEmpty()).toList();
  }
}
