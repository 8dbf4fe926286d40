import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.huaweicloud.sdk.core.auth.AKSKSigner;
import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.http.HttpMethod;
import com.huaweicloud.sdk.core.http.HttpRequest;
import com.huaweicloud.sdk.core.utils.JsonUtils;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** For the same input the signature of the SDK is ours. */
class SignatureTest {
  /**
   * Requests that this SDK signs in another way than its sisters: a path that is encoded already, a body that its own
   * header calls unsigned, a query with repeated names, and white space around the values of headers. No call of CTS
   * has any of them.
   */
  private static final Set<String> OTHERWISE =
      Set.of("path_needs_encoding", "unsigned_payload", "get_query_sorting", "header_normalising");

  @Test
  void signaturesEqualOurs() throws Exception {
    int compared = 0;
    try (StandIn peer = new StandIn()) {
      JsonNode vectors =
          StandIn.read("../../../crates/signer/tests/data/vectors.json").get("vectors");
      for (JsonNode vector : vectors) {
        String name = vector.get("name").asText();
        if (!OTHERWISE.contains(name)) {
          compare(peer, name, vector.get("request"));
          compared++;
        }
      }
    }
    assertTrue(compared >= 18, "only " + compared + " were compared");
  }

  private static void compare(StandIn peer, String name, JsonNode input) throws Exception {
    HttpRequest.HttpRequestBuilder builder =
        HttpRequest.newBuilder()
            .withMethod(HttpMethod.valueOf(input.get("method").asText()))
            .withPath(input.get("path").asText());
    List<List<String>> headers = new ArrayList<>();
    for (JsonNode header : input.get("headers")) {
      String key = header.get(0).asText();
      String value = header.get(1).asText();
      // This SDK leaves the type out of the signature; the signed names tell so.
      if (key.equalsIgnoreCase("content-type")) {
        continue;
      }
      if (key.equalsIgnoreCase("host")) {
        builder.withEndpoint("https://" + value);
      }
      builder.addHeader(key, value);
      headers.add(List.of(key, value));
    }
    Map<String, List<String>> query = new TreeMap<>();
    List<String> pairs = new ArrayList<>();
    for (JsonNode pair : input.get("query")) {
      query
          .computeIfAbsent(pair.get(0).asText(), key -> new ArrayList<>())
          .add(pair.get(1).asText());
      pairs.add(encode(pair.get(0).asText()) + "=" + encode(pair.get(1).asText()));
    }
    query.forEach(builder::addQueryParam);
    String body = input.get("body").isNull() ? "" : input.get("body").asText();
    if (!body.isEmpty()) {
      builder.withBodyAsString(body);
    }
    BasicCredentials credentials =
        new BasicCredentials()
            .withAk(StandIn.ACCESS_KEY)
            .withSk(StandIn.SECRET_KEY)
            .withProjectId(StandIn.PROJECT);
    Map<String, String> theirs = AKSKSigner.getInstance().sign(builder.build(), credentials);
    String ours =
        peer.control(
            "signature",
            Map.of(
                "method", input.get("method").asText(),
                "path", input.get("path").asText(),
                "query", String.join("&", pairs),
                "headers", headers,
                "body", body));
    JsonNode answer = JsonUtils.getDefaultMapper().readTree(ours);
    assertEquals(
        answer.get("authorization").asText(),
        theirs.get("Authorization"),
        name + ": " + answer.get("canonical").asText());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}
