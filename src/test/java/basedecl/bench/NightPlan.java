package basedecl.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * What a made-up night consists of, all of it decided by the seed: how many people each employer
 * has, and what kind of file it sends. Nothing but a few numbers an employer is held.
 *
 * <p>Two in three employers have fewer than 60 people; one in 2,000 has more than 2 % of everybody,
 * which of a million is more than 20,000.
 */
final class NightPlan {

  /** How an employer's file is written. */
  enum Kind {
    /** As Excel and WPS save: every text once in a table of its own. */
    SHARED(".xlsx"),
    /** As programs write: texts in their cells. */
    INLINE(".xlsx"),
    XLS(".xls"),
    CSV(".csv"),
    CSV_GB18030(".csv");

    private final String suffix;

    Kind(String suffix) {
      this.suffix = suffix;
    }

    String suffix() {
      return suffix;
    }
  }

  private static final int EMPLOYERS_PER_FOLDER = 500;
  private static final int EMPLOYERS_PER_LARGE_ONE = 2_000;
  private static final double LARGEST_SHARE = 0.031;
  private static final double SHARE_STEP = 0.0025;
  private static final double SPREAD = 1.3;

  /** POI holds a workbook of the old format in memory, and large employers left it long ago. */
  private static final int LARGEST_XLS = 300;

  private static final long SIZES = 1;
  private static final long PLACES = 2;

  private final long seed;
  private final int[] sizes;
  private final long[] firstPerson;
  private final boolean workbooksOnly;

  private NightPlan(long seed, int[] sizes, boolean workbooksOnly) {
    this.seed = seed;
    this.sizes = sizes;
    this.workbooksOnly = workbooksOnly;
    this.firstPerson = new long[sizes.length];
    for (int i = 1; i < sizes.length; i++) {
      firstPerson[i] = firstPerson[i - 1] + sizes[i - 1];
    }
  }

  /** {@code people} of {@code employers}, each employer with at least one. */
  static NightPlan many(int people, int employers, long seed) {
    if (employers < 1 || people < employers) {
      throw new IllegalArgumentException("An employer has at least one of the people");
    }
    return new NightPlan(seed, sizes(people, employers, seed), false);
  }

  /** All people in one workbook of one employer. */
  static NightPlan one(int people, long seed) {
    if (people > 1_048_000) {
      throw new IllegalArgumentException("A sheet has at most 1,048,576 rows");
    }
    return new NightPlan(seed, new int[] {people}, true);
  }

  /** Each employer with a workbook of so many people. */
  static NightPlan even(int people, int employers) {
    int[] sizes = new int[employers];
    Arrays.fill(sizes, people);
    return new NightPlan(people, sizes, true);
  }

  private static int[] sizes(int people, int employers, long seed) {
    java.util.Random random = new java.util.Random(mix(seed, SIZES, 0));
    int large = Math.max(1, employers / EMPLOYERS_PER_LARGE_ONE);
    double[] weights = new double[employers];
    double sum = 0;
    for (int i = large; i < employers; i++) {
      weights[i] = Math.exp(SPREAD * random.nextGaussian());
      sum += weights[i];
    }
    int[] sizes = new int[employers];
    int left = people;
    for (int i = 0; i < large; i++) {
      double share = Math.max(0.02, LARGEST_SHARE - SHARE_STEP * (i % 5));
      sizes[i] = Math.max(1, (int) (people * share));
      left -= sizes[i];
    }
    int others = left;
    for (int i = large; i < employers; i++) {
      sizes[i] = Math.max(1, (int) (others * weights[i] / sum));
      left -= sizes[i];
    }
    settle(sizes, left);
    shuffle(sizes, new SplittableRandom(mix(seed, PLACES, 0)));
    return sizes;
  }

  /** Spreads what rounding left, or took too much, over the employers. */
  private static void settle(int[] sizes, int left) {
    int rest = left;
    for (int i = sizes.length - 1; rest != 0; i = i == 0 ? sizes.length - 1 : i - 1) {
      int change = rest > 0 ? 1 : sizes[i] > 1 ? -1 : 0;
      sizes[i] += change;
      rest -= change;
    }
  }

  private static void shuffle(int[] values, SplittableRandom random) {
    for (int i = values.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = values[i];
      values[i] = values[other];
      values[other] = kept;
    }
  }

  int employers() {
    return sizes.length;
  }

  long people() {
    return firstPerson[sizes.length - 1] + sizes[sizes.length - 1];
  }

  int size(int employer) {
    return sizes[employer];
  }

  long firstPerson(int employer) {
    return firstPerson[employer];
  }

  String code(int employer) {
    return String.format(Locale.ROOT, "%010d", 3_707_000_001L + employer);
  }

  String name(int employer) {
    return "潍坊测试" + (employer + 1) + "有限公司";
  }

  Kind kind(int employer) {
    if (workbooksOnly) {
      return Kind.SHARED;
    }
    return switch (employer % 20) {
      case 3, 11, 15 -> Kind.INLINE;
      case 7 -> sizes[employer] <= LARGEST_XLS ? Kind.XLS : Kind.SHARED;
      case 9 -> Kind.CSV;
      case 19 -> Kind.CSV_GB18030;
      default -> Kind.SHARED;
    };
  }

  /** Where the employer's file lies within the inbox. */
  String path(int employer) {
    return String.format(Locale.ROOT, "%03d/", employer / EMPLOYERS_PER_FOLDER)
        + code(employer)
        + kind(employer).suffix();
  }

  /** The people of an employer in their first (0) or a later version of the declaration. */
  NightPeople people(int employer, int version) {
    return new NightPeople(mix(seed, 3, employer), firstPerson[employer], sizes[employer], version);
  }

  /** One in a hundred employers sends its file anew in version 1, other ones in version 2. */
  boolean changes(int employer, int version) {
    int every = Math.min(100, Math.max(1, sizes.length / 2));
    return employer % every == version % every;
  }

  static long mix(long seed, long purpose, long number) {
    return new SplittableRandom(seed * 31 + purpose * 0x9E3779B97F4A7C15L + number).nextLong();
  }
}
