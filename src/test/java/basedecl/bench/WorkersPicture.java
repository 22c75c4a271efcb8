package basedecl.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Rows a second by workers, beside the line on which each of them does as much as one alone. */
final class WorkersPicture {

  private static final int WIDTH = 560;
  private static final int HEIGHT = 380;
  private static final int LEFT = 80;
  private static final int RIGHT = 530;
  private static final int TOP = 50;
  private static final int BOTTOM = 310;
  private static final List<String> COLOURS = List.of("#4e79a7", "#e15759", "#59a14f");

  private final List<WorkersMeasured> all;
  private final StringBuilder svg = new StringBuilder();
  private final double mostWorkers;
  private final double mostRows;

  private WorkersPicture(List<WorkersMeasured> all) {
    this.all = all;
    this.mostWorkers = all.stream().mapToDouble(WorkersMeasured::workers).max().orElse(1);
    this.mostRows = 1.1 * all.stream().mapToDouble(this::linear).max().orElse(1);
  }

  static String of(Measurements measured) {
    WorkersPicture picture =
        new WorkersPicture(measured.workers().stream().filter(WorkersMeasured::isWhole).toList());
    picture.draw();
    return picture.svg.toString();
  }

  /** What as many workers would do, each as much as the fewest of its share. */
  private double linear(WorkersMeasured of) {
    return all.stream()
        .filter(m -> m.percent() == of.percent())
        .findFirst()
        .map(fewest -> fewest.rowsPerSecond() / fewest.workers() * of.workers())
        .orElse(0.0);
  }

  private void draw() {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
            + " font-family=\"sans-serif\" font-size=\"12\">",
        WIDTH, HEIGHT, WIDTH, HEIGHT);
    add("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, HEIGHT);
    text(LEFT, 24, "start", "bold", "Rows a second by workers; dashed: each as much as one alone");
    double step = Math.pow(10, Math.floor(Math.log10(mostRows)));
    step = mostRows / step < 3 ? step / 4 : step;
    for (double at = 0; at <= mostRows; at += step) {
      line(LEFT, y(at), RIGHT, y(at), "#dddddd", "");
      text(LEFT - 6, y(at) + 4, "end", "normal", String.format(Locale.ROOT, "%,.0f", at));
    }
    all.stream()
        .map(WorkersMeasured::workers)
        .distinct()
        .forEach(
            n -> {
              line(x(n), TOP, x(n), BOTTOM, "#dddddd", "");
              text(x(n), BOTTOM + 16, "middle", "normal", Integer.toString(n));
            });
    List<Integer> shares = all.stream().map(WorkersMeasured::percent).distinct().toList();
    for (int i = 0; i < shares.size(); i++) {
      curve(shares.get(i), i);
    }
    add("</svg>");
  }

  private void curve(int percent, int number) {
    List<WorkersMeasured> points = all.stream().filter(m -> m.percent() == percent).toList();
    String colour = COLOURS.get(number % COLOURS.size());
    WorkersMeasured most = points.get(points.size() - 1);
    line(x(0), y(0), x(most.workers()), y(linear(most)), colour, " stroke-dasharray=\"5 4\"");
    add(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>",
        points.stream()
            .map(m -> String.format(Locale.ROOT, "%.1f,%.1f", x(m.workers()), y(m.rowsPerSecond())))
            .collect(Collectors.joining(" ")),
        colour);
    for (WorkersMeasured m : points) {
      // An empty ring where the machine had no more to give.
      add(
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\" stroke=\"%s\"/>",
          x(m.workers()), y(m.rowsPerSecond()), m.isBoundByMachine() ? "#ffffff" : colour, colour);
    }
    int below = BOTTOM + 38 + number * 18;
    line(LEFT, below - 4, LEFT + 24, below - 4, colour, "");
    text(
        LEFT + 30,
        below,
        "start",
        "normal",
        percent + " % of a core each; empty: the machine had no more to give");
  }

  private double x(double workers) {
    return LEFT + (RIGHT - LEFT) * workers / mostWorkers;
  }

  private double y(double rows) {
    return BOTTOM - (BOTTOM - TOP) * rows / mostRows;
  }

  private void line(double x1, double y1, double x2, double y2, String colour, String dash) {
    add(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"%s/>",
        x1, y1, x2, y2, colour, dash);
  }

  private void text(double x, double y, String anchor, String weight, String words) {
    add(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" font-weight=\"%s\">%s</text>",
        x, y, anchor, weight, words);
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
