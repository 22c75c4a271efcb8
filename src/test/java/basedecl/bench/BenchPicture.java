package basedecl.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The figures as a picture: on the left the steps of the largest night as bars from the start of
 * the process to its end, beside the floor and the peer; on the right the time by size, both axes
 * logarithmic.
 */
final class BenchPicture {

  private static final int WIDTH = 1120;
  private static final int LEFT = 130;
  private static final int BARS_WIDTH = 470;
  private static final int BAR = 26;
  private static final int GAP = 12;
  private static final int TOP = 60;
  private static final int CURVES_LEFT = 700;
  private static final int CURVES_WIDTH = 370;
  private static final int CURVES_HEIGHT = 260;
  private static final int LEAST_HEIGHT = 420;
  private static final int BELOW_BARS = 60;

  private static final List<String> COLOURS =
      List.of(
          "#b0b0b0", "#4e79a7", "#f28e2b", "#59a14f", "#e15759", "#76b7b2", "#edc948", "#9c755f");

  private final Measurements measured;
  private final StringBuilder svg = new StringBuilder();
  private final List<String> steps = new ArrayList<>();

  private BenchPicture(Measurements measured) {
    this.measured = measured;
  }

  static String of(Measurements measured) {
    BenchPicture picture = new BenchPicture(measured);
    picture.draw();
    return picture.svg.toString();
  }

  private void draw() {
    List<Measurement> shown = shown();
    int height = Math.max(LEAST_HEIGHT, TOP + shown.size() * (BAR + GAP) + BELOW_BARS);
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
            + " font-family=\"sans-serif\" font-size=\"12\">",
        WIDTH, height, WIDTH, height);
    add("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, height);
    bars(shown);
    curves();
    add("</svg>");
  }

  private List<Measurement> shown() {
    List<Measurement> shown = new ArrayList<>();
    for (String database : Measurements.databases()) {
      for (String subject : List.of("floor", "product", "one", "second", "peer")) {
        measured.largest(subject, database).ifPresent(shown::add);
      }
    }
    return shown;
  }

  private void bars(List<Measurement> shown) {
    if (shown.isEmpty()) {
      return;
    }
    // The peer would press everything else against the axis: its bar is cut and bears its figure.
    double longest =
        shown.stream()
            .filter(m -> !m.subject().equals("peer"))
            .mapToDouble(Measurement::wall)
            .max()
            .orElse(shown.get(0).wall());
    double scale = BARS_WIDTH / (longest * 1.15);
    text(LEFT, 24, "start", "bold", "Seconds by step, largest night");
    axis(longest, scale, TOP + shown.size() * (BAR + GAP));
    int y = TOP;
    for (Measurement m : shown) {
      text(LEFT - 8, y + BAR - 8, "end", "normal", m.subject() + ", " + m.database());
      for (MeasuredProcess.Phase phase : m.phases()) {
        bar(m, phase, y, scale);
      }
      text(
          LEFT + (int) Math.min(m.wall() * scale + 5, BARS_WIDTH + 5),
          y + BAR - 8,
          "start",
          "normal",
          String.format(Locale.ROOT, "%.1f", m.wall()));
      y += BAR + GAP;
    }
    legend(y + 40);
  }

  private void axis(double longest, double scale, int bottom) {
    double step = Math.pow(10, Math.floor(Math.log10(longest)));
    step = longest / step < 3 ? step / 5 : step;
    for (double at = 0; at <= longest * 1.15; at += step) {
      int x = LEFT + (int) (at * scale);
      add(
          "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#dddddd\"/>",
          x, TOP - 8, x, bottom);
      text(
          x,
          bottom + 14,
          "middle",
          "normal",
          String.format(Locale.ROOT, step < 1 ? "%.1f" : "%.0f", at));
    }
  }

  private void bar(Measurement m, MeasuredProcess.Phase phase, int y, double scale) {
    boolean other = m.subject().equals("peer") || m.subject().equals("floor");
    String name = other ? phase.name() : "step " + phase.name();
    if (!other && !steps.contains(phase.name())) {
      steps.add(phase.name());
    }
    int colour = other ? m.phases().indexOf(phase) : steps.indexOf(phase.name());
    double begin = Math.min(phase.begin() * scale, BARS_WIDTH);
    double end = Math.min((phase.begin() + phase.seconds()) * scale, BARS_WIDTH);
    add(
        "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\" fill-opacity=\"%s\">"
            + "<title>%s: %.2f s</title></rect>",
        LEFT + begin,
        y,
        Math.max(0, end - begin),
        BAR,
        other
            ? List.of("#888888", "#cccccc").get(colour % 2)
            : COLOURS.get(colour % COLOURS.size()),
        "0.9",
        name,
        phase.seconds());
  }

  private void legend(int y) {
    int x = LEFT;
    for (int i = 0; i < steps.size(); i++) {
      add(
          "<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"12\" fill=\"%s\"/>",
          x, y - 10, COLOURS.get(i % COLOURS.size()));
      text(x + 16, y, "start", "normal", steps.get(i));
      x += 30 + 8 * steps.get(i).length();
    }
  }

  private void curves() {
    List<Measurement> all =
        measured.all().stream()
            .filter(m -> m.isWhole() && List.of("product", "floor", "peer").contains(m.subject()))
            .toList();
    if (all.isEmpty()) {
      return;
    }
    double leastX = all.stream().mapToDouble(Measurement::people).min().orElse(1);
    double mostX = all.stream().mapToDouble(Measurement::people).max().orElse(10);
    double leastY = all.stream().mapToDouble(Measurement::wall).min().orElse(1);
    double mostY = all.stream().mapToDouble(Measurement::wall).max().orElse(10);
    Scale x = Scale.of(leastX, mostX, CURVES_LEFT, CURVES_LEFT + CURVES_WIDTH);
    Scale y = Scale.of(leastY, mostY, TOP + CURVES_HEIGHT, TOP);
    text(CURVES_LEFT, 24, "start", "bold", "Seconds by people, both logarithmic");
    for (double at = x.from(); at <= x.to() * 1.001; at *= 10) {
      grid(x.at(at), TOP, x.at(at), TOP + CURVES_HEIGHT);
      text(
          (int) x.at(at), TOP + CURVES_HEIGHT + 16, "middle", "normal", "%,d".formatted((long) at));
    }
    for (double at = y.from(); at <= y.to() * 1.001; at *= 10) {
      grid(CURVES_LEFT, y.at(at), CURVES_LEFT + CURVES_WIDTH, y.at(at));
      text(
          CURVES_LEFT - 6,
          (int) y.at(at) + 4,
          "end",
          "normal",
          at >= 1 ? "%,d".formatted((long) at) : Double.toString(at));
    }
    int number = 0;
    for (String subject : List.of("product", "floor", "peer")) {
      for (String database : Measurements.databases()) {
        curve(subject, database, number++, x, y);
      }
    }
  }

  /** A logarithmic axis between whole powers of ten. */
  private record Scale(double from, double to, double begin, double end) {

    static Scale of(double least, double most, double begin, double end) {
      double from = Math.pow(10, Math.floor(Math.log10(least) + 1e-9));
      double to = Math.pow(10, Math.ceil(Math.log10(most) - 1e-9));
      return new Scale(from, Math.max(to, from * 10), begin, end);
    }

    double at(double value) {
      return begin + (end - begin) * (Math.log10(value) - Math.log10(from)) / Math.log10(to / from);
    }
  }

  private void grid(double x1, double y1, double x2, double y2) {
    add(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#dddddd\"/>",
        x1, y1, x2, y2);
  }

  private void curve(String subject, String database, int number, Scale x, Scale y) {
    List<Measurement> points = measured.of(subject, database);
    if (points.isEmpty()) {
      return;
    }
    String colour =
        switch (subject) {
          case "product" -> "#4e79a7";
          case "floor" -> "#59a14f";
          default -> "#e15759";
        };
    String dash = database.equals("H2") ? "" : " stroke-dasharray=\"5 4\"";
    StringBuilder places = new StringBuilder();
    for (Measurement point : points) {
      double px = x.at((double) point.people());
      double py = y.at(point.wall());
      places.append(String.format(Locale.ROOT, "%.1f,%.1f ", px, py));
      add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>", px, py, colour);
    }
    add(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s/>",
        places.toString().trim(), colour, dash);
    int column = CURVES_LEFT + number / 2 * 145;
    int line = TOP + CURVES_HEIGHT + 44 + number % 2 * 18;
    add(
        "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"2\"%s/>",
        column, line - 4, column + 24, line - 4, colour, dash);
    text(column + 30, line, "start", "normal", subject + ", " + database);
  }

  private void text(int x, int y, String anchor, String weight, String words) {
    add(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" font-weight=\"%s\">%s</text>",
        x, y, anchor, weight, words);
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
