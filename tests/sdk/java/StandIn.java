import com.fasterxml.jackson.databind.JsonNode;
import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.http.HttpConfig;
import com.huaweicloud.sdk.core.utils.JsonUtils;
import com.huaweicloud.sdk.cts.v3.CtsClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A running stand-in; it stops when it is closed. */
final class StandIn implements AutoCloseable {
  static final String ACCESS_KEY = "EXAMPLEACCESSKEY0001";
  static final String SECRET_KEY = "ExampleSecretKey00000000000000000000001";
  static final String PROJECT = "0123456789abcdef0123456789abcdef";

  private final Process process;
  private final String address;

  StandIn() throws IOException {
    String program = System.getenv("CTS_EMULATOR");
    if (program == null) {
      throw new IllegalStateException("set CTS_EMULATOR to the path of the program cts-emulator");
    }
    ProcessBuilder builder = new ProcessBuilder(program, "--control");
    builder.environment().put("CLOUD_SDK_AK", ACCESS_KEY);
    builder.environment().put("CLOUD_SDK_SK", SECRET_KEY);
    process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    address = output.readLine().replace("listening on ", "");
  }

  /** A client of the SDK that talks to the stand-in. */
  CtsClient client(String accessKey, String secretKey, String project) {
    return CtsClient.newBuilder()
        .withCredential(
            new BasicCredentials().withAk(accessKey).withSk(secretKey).withProjectId(project))
        .withEndpoints(List.of(address))
        .withHttpConfig(HttpConfig.getDefaultHttpConfig().withConnectionTimeout(20).withReadTimeout(20))
        .build();
  }

  /** A client that the stand-in knows. */
  CtsClient client() {
    return client(ACCESS_KEY, SECRET_KEY, PROJECT);
  }

  /** Makes a control call and returns what it answered. */
  String control(String path, Map<String, Object> content) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/cts-emulator/" + path))
            .POST(HttpRequest.BodyPublishers.ofString(JsonUtils.toJSON(content)))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  /** Reads a file of JSON below the folder with the tests. */
  static JsonNode read(String path) throws IOException {
    Path folder = Path.of(System.getenv("PEER_FOLDER"));
    return JsonUtils.getDefaultMapper().readTree(Files.readString(folder.resolve(path)));
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    boolean ended;
    try {
      ended = process.waitFor(20, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      ended = false;
    }
    if (!ended) {
      process.destroyForcibly();
      throw new AssertionError("the stand-in does not stop");
    }
  }
}
