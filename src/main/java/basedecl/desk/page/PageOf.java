package basedecl.desk.page;

import java.util.ArrayList;
import java.util.List;

/**
 * One page of what passes by; only its lines are held.
 *
 * @param <T> a line
 */
public final class PageOf<T> {

  private final long first;
  private final int size;
  private final List<T> lines = new ArrayList<>();
  private long seen;

  /**
   * @param page from 1; a number below stands for the first
   */
  public PageOf(int page, int size) {
    this.first = (Math.max(1L, page) - 1) * size;
    this.size = size;
  }

  public void add(T line) {
    if (seen >= first && lines.size() < size) {
      lines.add(line);
    }
    seen++;
  }

  /** Of this page, in the order in which they passed. */
  public List<T> lines() {
    return List.copyOf(lines);
  }

  /** Of all pages. */
  public long total() {
    return seen;
  }

  /** Where this page stands among all. */
  public Pager pager() {
    return Pager.at(Math.toIntExact(first / size + 1), seen, size);
  }
}
