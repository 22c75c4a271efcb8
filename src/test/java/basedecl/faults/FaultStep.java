package basedecl.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One step of a fault's plan: a method passed for the {@code count}-th time, at its begin or its
 * end. A plan is steps joined by {@code >}: each counts in the thread that passed the one before.
 *
 * @param place {@code before} or {@code after}
 */
record FaultStep(String type, String method, String place, int count) {

  private static final Pattern FORM = Pattern.compile("([\\w.$]+)#(\\w+):(before|after):(\\d+)");

  static List<FaultStep> plan(String text) {
    List<FaultStep> steps = new ArrayList<>();
    for (String part : text.split(">", -1)) {
      Matcher step = FORM.matcher(part.strip());
      if (!step.matches()) {
        throw new IllegalArgumentException("Not a step of a plan: " + part);
      }
      steps.add(
          new FaultStep(
              step.group(1), step.group(2), step.group(3), Integer.parseInt(step.group(4))));
    }
    return steps;
  }

  String point() {
    return type + "#" + method + ":" + place;
  }
}
