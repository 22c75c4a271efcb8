package basedecl.desk.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import basedecl.desk.Visitor;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * A form of a page as a browser without scripts has it: only what it offers can be filled in, and
 * what is not touched is sent as it stands there.
 */
final class WebForm {

  private final Visitor visitor;
  private final FormElement form;

  private WebForm(Visitor visitor, FormElement form) {
    this.visitor = visitor;
    this.form = form;
  }

  /** The form of a page that is sent to {@code action}. */
  static WebForm of(Visitor visitor, String page, String action) throws Exception {
    return of(visitor, visitor.get(page), action);
  }

  /** The form of a page that came as an answer. */
  static WebForm of(Visitor visitor, HttpResponse<String> page, String action) {
    assertThat(page.statusCode()).as(action).isEqualTo(200);
    return Jsoup.parse(page.body()).select("form").stream()
        .filter(form -> form.attr("action").equals(action))
        .map(FormElement.class::cast)
        .findFirst()
        .map(form -> new WebForm(visitor, form))
        .orElseThrow(() -> new AssertionError("No form for " + action));
  }

  /** Types into a field. */
  WebForm type(String name, String text) {
    field("input[name=" + name + "], textarea[name=" + name + "]").val(text);
    return this;
  }

  /** Selects the option that reads so, or says it among other words. */
  WebForm select(String name, String title) {
    Element list = field("select[name=" + name + "]");
    list.select("option").removeAttr("selected");
    Stream<Element> exact = list.select("option").stream().filter(o -> o.text().equals(title));
    Optional<Element> option =
        exact
            .findFirst()
            .or(
                () ->
                    list.select("option").stream()
                        .filter(each -> each.text().contains(title))
                        .findFirst());
    assertThat(option).as("%s: %s", name, list.text()).isPresent();
    option.orElseThrow().attr("selected", "selected");
    return this;
  }

  /** Ticks a box or a circle. */
  WebForm tick(String name, String value) {
    field("input[name=" + name + "][value=" + value + "]").attr("checked", "checked");
    return this;
  }

  boolean isSelect(String name) {
    return form.selectFirst("select[name=" + name + "]") != null;
  }

  private Element field(String query) {
    return Optional.ofNullable(form.selectFirst(query))
        .orElseThrow(() -> new AssertionError(form.attr("action") + " has no " + query));
  }

  /** Presses the button that sends the form. */
  HttpResponse<String> press() throws Exception {
    return send("");
  }

  /** Presses the button of that name and value. */
  HttpResponse<String> press(String name, String value) throws Exception {
    field("button[name=" + name + "][value=" + value + "]");
    return send("&" + name + "=" + value);
  }

  private HttpResponse<String> send(String button) throws Exception {
    String fields =
        form.formData().stream()
            .map(each -> encoded(each.key()) + "=" + encoded(each.value()))
            .collect(Collectors.joining("&"));
    return visitor.send(
        HttpRequest.newBuilder(visitor.at(form.attr("action")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(fields + button))
            .build());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
