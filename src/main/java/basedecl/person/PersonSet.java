package basedecl.person;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where each person was first seen for each employer, in little memory: an open-addressing table of
 * 20 bytes a slot at most half full, so that the million people of one file take 42 MB (64 MB while
 * it grows) where a hash map of objects would take some 150 MB.
 *
 * <p>An 18-character number is told from every other by its first 17 digits, an old permanent
 * residence by its letters and digits; both fit into 63 bits without loss. What does not
 * (passports) is kept as text.
 */
public final class PersonSet {

  /** Where somebody was seen: index of the sheet and row as a spreadsheet counts it. */
  public record Place(int sheet, int row) {}

  private record Passport(int employer, String number) {}

  private static final long FREE = -1;
  private static final long LETTERS_BASE = 200_000_000_000_000_000L;
  private static final int SMALLEST = 1 << 6;

  private static final int LARGEST = 1 << 28;

  private long[] persons;
  private int[] employers;
  private int[] sheets;
  private int[] rows;
  private int size;
  private final Map<Passport, Place> passports = new HashMap<>();

  public PersonSet() {
    this(0);
  }

  /**
   * @param expected people that are awaited; room for them is made at once
   */
  public PersonSet(long expected) {
    int slots = SMALLEST;
    while (slots < LARGEST && slots < 2 * expected) {
      slots *= 2;
    }
    persons = freeSlots(slots);
    employers = new int[slots];
    sheets = new int[slots];
    rows = new int[slots];
  }

  /**
   * Notes somebody's row unless the same employer has the person already.
   *
   * @return where the person was seen first: {@code place} itself if this is the first time
   */
  public Place firstSeen(int employer, IdNumber person, Place place) {
    long code = codeOf(person.whole());
    if (code == FREE) {
      Place before = passports.putIfAbsent(new Passport(employer, person.whole()), place);
      return before == null ? place : before;
    }
    if (2 * (size + 1) > persons.length) {
      grow();
    }
    int slot = slotOf(persons, employers, code, employer);
    if (persons[slot] != FREE) {
      return new Place(sheets[slot], rows[slot]);
    }
    fill(slot, code, employer, place.sheet(), place.row());
    size++;
    return place;
  }

  /** Where the person was first seen with this employer. */
  public Optional<Place> find(int employer, IdNumber person) {
    long code = codeOf(person.whole());
    if (code == FREE) {
      return Optional.ofNullable(passports.get(new Passport(employer, person.whole())));
    }
    int slot = slotOf(persons, employers, code, employer);
    return persons[slot] == FREE
        ? Optional.empty()
        : Optional.of(new Place(sheets[slot], rows[slot]));
  }

  private void fill(int slot, long code, int employer, int sheet, int row) {
    persons[slot] = code;
    employers[slot] = employer;
    sheets[slot] = sheet;
    rows[slot] = row;
  }

  private void grow() {
    long[] oldPersons = persons;
    int[] oldEmployers = employers;
    int[] oldSheets = sheets;
    int[] oldRows = rows;
    int length = 2 * oldPersons.length;
    persons = freeSlots(length);
    employers = new int[length];
    sheets = new int[length];
    rows = new int[length];
    for (int i = 0; i < oldPersons.length; i++) {
      if (oldPersons[i] != FREE) {
        int slot = slotOf(persons, employers, oldPersons[i], oldEmployers[i]);
        fill(slot, oldPersons[i], oldEmployers[i], oldSheets[i], oldRows[i]);
      }
    }
  }

  private static int slotOf(long[] persons, int[] employers, long code, int employer) {
    long mixed = (code ^ (long) employer << 32) * 0x9E3779B97F4A7C15L;
    int mask = persons.length - 1;
    int slot = (int) (mixed >>> 32) & mask;
    while (persons[slot] != FREE && (persons[slot] != code || employers[slot] != employer)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private static long[] freeSlots(int length) {
    long[] slots = new long[length];
    Arrays.fill(slots, FREE);
    return slots;
  }

  /** A number that only this person has, {@link #FREE} where there is none. */
  private static long codeOf(String number) {
    if (number.length() == 18) {
      return Long.parseLong(number, 0, 17, 10);
    }
    if (number.length() != 15) {
      return FREE;
    }
    long code = 0;
    for (int i = 0; i < 15; i++) {
      char c = number.charAt(i);
      boolean letter = c >= 'A' && c <= 'Z';
      if (letter != i < 3) {
        return FREE;
      }
      code = letter ? code * 26 + (c - 'A') : code * 10 + (c - '0');
    }
    return LETTERS_BASE + code;
  }
}
