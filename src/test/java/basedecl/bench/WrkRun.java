package basedecl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A load made by wrk, a connection a thread, so that its script can follow where an answer leads:
 * what is counted and timed is what somebody waits for, an upload together with the page of its
 * check.
 *
 * @param good those answered as they should be
 * @param bad any other answer, and none at all
 */
record WrkRun(long good, long bad, double seconds, double p50, double p95, double p99) {

  private static final Pattern RESULT =
      Pattern.compile("bench (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");

  private static final String SCRIPT =
      """
      local ffi = require("ffi")
      ffi.cdef[[
        typedef struct { long seconds; long nanos; } bench_time;
        int clock_gettime(int clock, bench_time *time);
      ]]
      local clock = ffi.new("bench_time")
      local function now()
        ffi.C.clock_gettime(1, clock)
        return tonumber(clock.seconds) * 1e6 + tonumber(clock.nanos) / 1e3
      end

      local threads = {}
      function setup(thread)
        thread:set("number", #threads)
        threads[#threads + 1] = thread
      end

      function init()
        times, bad, started, follow, turn = {}, 0, 0, nil, number
        sessions = {}
        for line in io.lines(FOLDER .. "/sessions") do
          local cookie, body = line:match("^(.-)\\t(.-)$")
          local content = nil
          if body ~= "" then
            local file = assert(io.open(body, "rb"))
            content = file:read("*a")
            file:close()
          end
          sessions[#sessions + 1] = { cookie = cookie, body = content }
        end
      end

      function request()
        local session = sessions[turn % #sessions + 1]
        if follow then
          return wrk.format("GET", follow, { Cookie = session.cookie })
        end
        started = now()
        if session.body then
          return wrk.format("POST", PATHS[1], {
            Cookie = session.cookie,
            ["Content-Type"] = "multipart/form-data; boundary=BOUNDARY"
          }, session.body)
        end
        return wrk.format("GET", PATHS[turn % #PATHS + 1], { Cookie = session.cookie })
      end

      function response(status, headers)
        local to = headers["Location"] or ""
        local posted = sessions[turn % #sessions + 1].body and not follow
        if posted and status >= 300 and status < 400 and to:find("/declare/check/", 1, true) then
          follow = to
          return
        end
        if not posted and status == 200 then
          times[#times + 1] = now() - started
        else
          bad = bad + 1
        end
        follow = nil
        turn = turn + STEP
      end

      function done(summary)
        local all, failed = {}, summary.errors.connect + summary.errors.read
            + summary.errors.write + summary.errors.timeout
        for _, thread in ipairs(threads) do
          for _, time in ipairs(thread:get("times")) do all[#all + 1] = time end
          failed = failed + thread:get("bad")
        end
        table.sort(all)
        local function of(share) return all[math.max(1, math.ceil(#all * share))] or 0 end
        print(string.format("bench %d %d %d %d %d %d", #all, failed, summary.duration,
            of(0.50), of(0.95), of(0.99)))
      end
      """;

  /**
   * A session to send with.
   *
   * @param body the body it uploads; none where it opens pages
   */
  record Session(String cookie, Optional<Path> body) {}

  /**
   * Runs wrk.
   *
   * @param folder for the script and what it sends
   * @param sessions each thread begins with another one; with a body they upload it
   * @param paths the one they upload to, or those they open in turn
   */
  static WrkRun run(
      Path folder,
      int port,
      List<Session> sessions,
      List<String> paths,
      int connections,
      int length)
      throws IOException {
    Files.createDirectories(folder);
    Files.write(
        folder.resolve("sessions"),
        sessions.stream()
            .map(session -> session.cookie() + "\t" + session.body().map(Path::toString).orElse(""))
            .toList());
    Path script = folder.resolve("load.lua");
    String list = String.join("\", \"", paths);
    Files.writeString(
        script,
        "FOLDER = \"%s\"%nPATHS = { \"%s\" }%nSTEP = %d%n".formatted(folder, list, connections)
            + SCRIPT.replace("BOUNDARY", BenchClerk.BOUNDARY));
    return wrk(folder, port, connections, length, script);
  }

  private static WrkRun wrk(Path folder, int port, int connections, int length, Path script)
      throws IOException {
    Path said = folder.resolve("wrk.log");
    String many = Integer.toString(connections);
    Process process =
        new ProcessBuilder(
                List.of(
                    "wrk",
                    "-t" + many,
                    "-c" + many,
                    "-d" + length + "s",
                    "--timeout",
                    "30s",
                    "-s",
                    script.toString(),
                    "http://127.0.0.1:" + port + "/"))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      if (!process.waitFor(length + 60L, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("wrk did not end");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
    Matcher result = RESULT.matcher(Files.readString(said));
    if (!result.find()) {
      throw new IOException("wrk said: " + Files.readString(said));
    }
    return new WrkRun(
        Long.parseLong(result.group(1)),
        Long.parseLong(result.group(2)),
        micros(result, 3),
        micros(result, 4),
        micros(result, 5),
        micros(result, 6));
  }

  private static double micros(Matcher result, int group) {
    return Long.parseLong(result.group(group)) / 1e6;
  }

  double perSecond() {
    return good / seconds;
  }
}
