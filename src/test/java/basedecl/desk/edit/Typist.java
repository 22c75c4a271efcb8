package basedecl.desk.edit;

import basedecl.desk.Visitor;
import basedecl.desk.declare.Clerk;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Types a draft as a browser without JavaScript sends it: all rows, and the button pressed. */
final class Typist {

  private static final String PAGE = "/declare/edit";
  private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"(\\d+)\"");

  private final Clerk clerk;
  private final String employer;
  private final String population;

  Typist(Clerk clerk, String employer, String population) {
    this.clerk = clerk;
    this.employer = employer;
    this.population = population;
  }

  static Typist of(Clerk clerk, String employer) {
    return new Typist(clerk, employer, "employees");
  }

  /** What is typed in one row; a resident's, as nearly all are. */
  record Row(
      String name,
      String kind,
      String number,
      String wage,
      String start,
      String stop,
      String remarks) {

    Row(String name, String kind, String number, String wage, String remarks) {
      this(name, kind, number, wage, "", "", remarks);
    }

    static Row of(String name, String number, String wage) {
      return new Row(name, "RESIDENT_ID", number, wage, "");
    }

    Row inMonths(String from, String until) {
      return new Row(name, kind, number, wage, from, until, remarks);
    }
  }

  String page() throws Exception {
    return clerk.get(PAGE).body();
  }

  /** The revision that the page was made from. */
  int revision() throws Exception {
    return revisionOf(page());
  }

  static int revisionOf(String page) {
    Matcher revision = REVISION.matcher(page);
    if (!revision.find()) {
      throw new AssertionError("No form");
    }
    return Integer.parseInt(revision.group(1));
  }

  HttpResponse<String> begin(String from) throws Exception {
    return post(PAGE + "/begin", revision(), List.of(), "from", from);
  }

  HttpResponse<String> save(Row... rows) throws Exception {
    return press("do", "save", revision(), List.of(rows));
  }

  HttpResponse<String> check(Row... rows) throws Exception {
    return press("do", "check", revision(), List.of(rows));
  }

  HttpResponse<String> press(String button, String value, int revision, List<Row> rows)
      throws Exception {
    return post(PAGE, revision, rows, button, value);
  }

  private HttpResponse<String> post(
      String path, int revision, List<Row> rows, String button, String value) throws Exception {
    List<String> fields = new ArrayList<>();
    add(fields, "_csrf", clerk.visitor().token(PAGE));
    add(fields, "employer", employer);
    add(fields, "population", population);
    add(fields, "revision", Integer.toString(revision));
    for (Row row : rows) {
      add(fields, "name", row.name());
      add(fields, "kind", row.kind());
      add(fields, "number", row.number());
      add(fields, "wage", row.wage());
      if (population.equals("employees")) {
        add(fields, "start", row.start());
        add(fields, "stop", row.stop());
      }
      add(fields, "remarks", row.remarks());
    }
    add(fields, button, value);
    Visitor visitor = clerk.visitor();
    return visitor.send(
        HttpRequest.newBuilder(visitor.at(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(String.join("&", fields)))
            .build());
  }

  private static void add(List<String> fields, String name, String value) {
    fields.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
  }
}
