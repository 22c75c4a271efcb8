package basedecl.job.account;

import basedecl.account.CodeLetter;
import basedecl.account.OneTimePassword;
import basedecl.account.SignInName;
import basedecl.finding.Finding;
import basedecl.finding.FindingBounds;
import basedecl.job.submitted.SubmittedLine;
import basedecl.job.submitted.SubmittedTable;
import basedecl.ledger.account.NewAccount;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.person.IdNumber;
import basedecl.report.account.CodeLetterSheet;
import basedecl.report.account.CodeLetterSheet.Letter;
import basedecl.spreadsheet.gate.ReadLimits;
import basedecl.table.HeaderSpec;
import basedecl.table.KnownHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One-time codes for those who pay alone, from an agency's list, and the sheet to print and hand
 * out. Whoever has no account gets one, under a name that tells nothing of the person; the codes of
 * an earlier letter open nothing any more.
 *
 * <pre>
 * 姓名       required  the person, as he or she will type it
 * 证件类型    optional  居民身份证 where left out
 * 证件号码    required
 *
 * 姓名,证件号码
 * 孟晓岚,370700198503160021  → codes for 孟晓岚
 * 齐长河,370700197809220010  → codes for 齐长河
 * 韦宏图,370700196207180010  → codes for 韦宏图
 * </pre>
 *
 * <p>The sheet stands before the codes do: cut off in between, it has codes that open nothing.
 */
public final class CodeLetters {

  private enum Column {
    NAME,
    DOCUMENT_KIND,
    ID_NUMBER
  }

  private static final HeaderSpec<Column> HEADER =
      HeaderSpec.of(Column.class)
          .required(Column.NAME, KnownHeader.NAME)
          .optional(Column.DOCUMENT_KIND, KnownHeader.DOCUMENT_KIND)
          .required(Column.ID_NUMBER, KnownHeader.ID_NUMBER)
          .build();

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NAMES = 100_000_000;

  private final AccountChanges changes;

  public CodeLetters(AccountChanges changes) {
    this.changes = changes;
  }

  /** Somebody who gets a letter. */
  public record Person(String name, IdNumber number) {}

  /** The list: each person once, and what is wrong with the other lines. */
  public record Reading(List<Person> persons, List<Finding> findings) {

    public Reading {
      persons = List.copyOf(persons);
      findings = List.copyOf(findings);
    }
  }

  /** Refuses a number of codes that no letter has. */
  public static void requireCount(int codes) {
    if (codes < 1 || codes > CodeLetter.MOST) {
      throw new RefusedException(
          Message.of("account.letters-count", Integer.toString(CodeLetter.MOST)));
    }
  }

  /**
   * Reads a list.
   *
   * @param day nobody is born after it
   * @throws RefusedException if the file as a whole cannot be read
   */
  public static Reading read(Path list, ReadLimits limits, LocalDate day) throws IOException {
    Map<IdNumber, Person> persons = new LinkedHashMap<>();
    List<Finding> findings = new ArrayList<>();
    FindingBounds bounds = new FindingBounds();
    new SubmittedTable<>(list, HEADER, limits)
        .forEachOrRefuse(
            "account.letters-unreadable",
            line -> {
              person(line, day).ifPresent(person -> persons.putIfAbsent(person.number(), person));
              findings.addAll(bounds.admitted(line.findings()));
            });
    findings.addAll(bounds.leftOut());
    return new Reading(List.copyOf(persons.values()), findings);
  }

  private static Optional<Person> person(SubmittedLine<Column> line, LocalDate day) {
    Optional<String> name = line.name(Column.NAME);
    Optional<IdNumber> number = line.idNumber(Column.DOCUMENT_KIND, Column.ID_NUMBER, day);
    return line.isRefused()
        ? Optional.empty()
        : name.flatMap(known -> number.map(document -> new Person(known, document)));
  }

  /**
   * Makes the codes and their sheet, both or neither.
   *
   * @param codes of each letter
   * @param target of the sheet, which only its owner may read
   * @param day that the sheet bears
   * @param address of the desk, as a person types it
   */
  public void make(
      List<Person> persons, int codes, Path target, LocalDate day, String address, By by)
      throws IOException {
    List<Letter> letters =
        persons.stream()
            .map(
                person ->
                    new Letter(person.name(), person.number(), CodeLetter.draw(codes, RANDOM)))
            .toList();
    CodeLetterSheet.write(target, day, letters, address, lastDay(by));
    boolean made = false;
    try {
      changes.letters(letters, by);
      made = true;
    } finally {
      if (!made) {
        Files.deleteIfExists(target);
      }
    }
  }

  /** The last whole day on which codes made now open something. */
  public static LocalDate lastDay(By by) {
    return LocalDate.ofInstant(by.at().plus(CodeLetter.VALID), by.zone()).minusDays(1);
  }

  /** An account of a person without one. */
  static NewAccount account(IdNumber number) {
    String digits = String.format(Locale.ROOT, "%08d", RANDOM.nextInt(NAMES));
    return NewAccount.person(new SignInName("个人" + digits), number);
  }

  /** Which nobody is told. */
  static OneTimePassword nobodys() {
    return OneTimePassword.draw(RANDOM);
  }
}
