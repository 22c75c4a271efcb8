package basedecl.desk.page;

/**
 * Which part of a long list a page shows.
 *
 * @param page counted from 1
 * @param previous 0 where there is none
 * @param next 0 where there is none
 */
public record Pager(int page, int pages, long total, int previous, int next) {

  private static final int MOST_PAGES = 1_000_000;

  /** A page beyond the list is its last one. */
  public static Pager of(int asked, long total, int size) {
    return at(Math.min(asked, pages(total, size)), total, size);
  }

  /** A page beyond the list stays what it is, and is empty. */
  public static Pager at(int asked, long total, int size) {
    int pages = pages(total, size);
    int page = Math.max(1, asked);
    return new Pager(page, pages, total, page - 1, page < pages ? page + 1 : 0);
  }

  private static int pages(long total, int size) {
    return (int) Math.min(MOST_PAGES, Math.max(1, (total + size - 1) / size));
  }

  public long skipped(int size) {
    return (long) (page - 1) * size;
  }
}
