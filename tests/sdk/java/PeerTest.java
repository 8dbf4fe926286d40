import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.huaweicloud.sdk.core.exception.SdkException;
import com.huaweicloud.sdk.core.exception.ServiceResponseException;
import com.huaweicloud.sdk.core.utils.JsonUtils;
import com.huaweicloud.sdk.cts.v3.CtsClient;
import com.huaweicloud.sdk.cts.v3.model.ListTrackersRequest;
import com.huaweicloud.sdk.cts.v3.model.TrackerResponseBody;
import com.huaweicloud.sdk.cts.v3.model.UpdateTrackerRequest;
import com.huaweicloud.sdk.cts.v3.model.UpdateTrackerRequestBody;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The official SDK for Java as a peer of the stand-in. */
class PeerTest {
  private static final String MINIMAL = "{\"tracker_type\":\"system\",\"tracker_name\":\"system\"}";

  /**
   * Where this SDK fills the code otherwise than that for Python, from which the table is: without a code it leaves
   * the code null, it does not look for errorCode, and it keeps what 429 says.
   */
  private static final Map<String, String> CODES = new HashMap<>();

  static {
    for (String name :
        List.of("camel", "details only", "empty body", "html 502", "json array", "json string")) {
      CODES.put(name, null);
    }
    CODES.put("retry 429", "APIGW.0308");
  }

  private StandIn peer;

  @BeforeEach
  void start() throws Exception {
    peer = new StandIn();
  }

  @AfterEach
  void stop() throws Exception {
    peer.close();
  }

  /** Sends a body; returns the error object when it was refused, otherwise null. */
  private static ServiceResponseException update(CtsClient client, String body) {
    UpdateTrackerRequestBody content = JsonUtils.toObject(body, UpdateTrackerRequestBody.class);
    try {
      int status =
          client.updateTracker(new UpdateTrackerRequest().withBody(content)).getHttpStatusCode();
      assertTrue(status < 400, "an answer of " + status);
      return null;
    } catch (ServiceResponseException refused) {
      return refused;
    }
  }

  private static List<TrackerResponseBody> list(CtsClient client, ListTrackersRequest request) {
    return client.listTrackers(request).getTrackers();
  }

  @Test
  void listsWhatAProjectStartsWith() {
    CtsClient client = peer.client();
    List<TrackerResponseBody> all = list(client, new ListTrackersRequest());
    assertEquals(
        List.of("system", "data-tracker-name", "data-archive"),
        all.stream().map(TrackerResponseBody::getTrackerName).toList());
    assertTrue(all.get(0).getLts().getIsLtsEnabled());
    assertTrue(all.get(0).getObsInfo().getIsAuthorizedBucket());
    assertEquals(36, all.get(0).getId().length());
    ListTrackersRequest data =
        new ListTrackersRequest().withTrackerType(ListTrackersRequest.TrackerTypeEnum.DATA);
    assertEquals(2, list(client, data).size());
    assertEquals(
        List.of(), list(client, new ListTrackersRequest().withTrackerName("a b/c+d=&é~*")));
  }

  @TestFactory
  Stream<DynamicTest> updates() throws Exception {
    return Stream.of(
            JsonUtils.getDefaultMapper()
                .treeToValue(StandIn.read("../cases.json").get("updates"), JsonNode[].class))
        .map(
            sample ->
                DynamicTest.dynamicTest(
                    sample.get("name").asText(),
                    () -> {
                      try (StandIn fresh = new StandIn()) {
                        ServiceResponseException refused =
                            update(fresh.client(), sample.get("body").toString());
                        if (sample.get("status").asInt() == 200) {
                          assertNull(refused);
                          return;
                        }
                        assertEquals(sample.get("status").asInt(), refused.getHttpStatusCode());
                        assertEquals(sample.get("code").asText(), refused.getErrorCode());
                        assertFalse(refused.getErrorMsg().isEmpty());
                        assertEquals(32, refused.getRequestId().length());
                      }
                    }));
  }

  @Test
  void readsBackWhatWasSet() {
    CtsClient client = peer.client();
    String body =
        "{\"tracker_type\":\"system\",\"tracker_name\":\"system\",\"status\":\"disabled\",\"is_lts_enabled\":false,"
            + "\"obs_info\":{\"bucket_name\":\"test-data-tracker\",\"file_prefix_name\":\"11\",\"compress_type\":\"json\"}}";
    assertNull(update(client, body));
    TrackerResponseBody now =
        list(client, new ListTrackersRequest().withTrackerName("system")).get(0);
    assertEquals("test-data-tracker", now.getObsInfo().getBucketName());
    assertEquals("11", now.getObsInfo().getFilePrefixName());
    assertEquals("json", now.getObsInfo().getCompressType().getValue());
    assertEquals("disabled", now.getStatus().getValue());
    assertFalse(now.getLts().getIsLtsEnabled());
  }

  @Test
  void wrongCredentials() {
    String[][] tries = {
      {StandIn.ACCESS_KEY, "wrong", StandIn.PROJECT, "APIGW.0301", "verify aksk signature fail"},
      {"NOBODY", StandIn.SECRET_KEY, StandIn.PROJECT, "APIGW.0301", "Get secretKey failed"},
      {StandIn.ACCESS_KEY, StandIn.SECRET_KEY, "other", "CTS.0012", "Invalid project ID"},
    };
    for (String[] attempt : tries) {
      ServiceResponseException refused =
          update(peer.client(attempt[0], attempt[1], attempt[2]), MINIMAL);
      assertEquals(attempt[3], refused.getErrorCode());
      assertTrue(refused.getErrorMsg().contains(attempt[4]), refused.getErrorMsg());
    }
    CtsClient wrong = peer.client(StandIn.ACCESS_KEY, "wrong", StandIn.PROJECT);
    for (int time = 0; time < 5; time++) {
      update(wrong, MINIMAL);
    }
    String message = update(peer.client(), MINIMAL).getErrorMsg();
    assertTrue(message.contains("AK access failed to reach the limit"), message);
  }

  @TestFactory
  Stream<DynamicTest> errorObjects() throws Exception {
    return Stream.of(
            JsonUtils.getDefaultMapper()
                .treeToValue(StandIn.read("../cases.json").get("answers"), JsonNode[].class))
        .map(
            sample ->
                DynamicTest.dynamicTest(sample.get("name").asText(), () -> errorObject(sample)));
  }

  private void errorObject(JsonNode sample) throws Exception {
    try (StandIn fresh = new StandIn()) {
      Map<String, Object> fault = new HashMap<>();
      fault.put("fault", "answer");
      fault.put("status", sample.get("status").asInt());
      fault.put("headers", sample.get("headers"));
      fault.put("body", sample.get("body").asText());
      fresh.control("faults", fault);
      ServiceResponseException refused = update(fresh.client(), MINIMAL);
      JsonNode wanted = sample.get("error");
      if (wanted == null) {
        assertNull(refused);
        return;
      }
      String name = sample.get("name").asText();
      assertEquals(sample.get("status").asInt(), refused.getHttpStatusCode());
      boolean otherwise = CODES.containsKey(name);
      assertEquals(otherwise ? CODES.get(name) : wanted.get("code").asText(), refused.getErrorCode());
      if (!otherwise) {
        assertEquals(wanted.get("message").asText(), refused.getErrorMsg());
      }
      // Of an answer without a body it keeps the status alone.
      boolean hasId = !wanted.get("request_id").isNull() && !sample.get("body").asText().isEmpty();
      if (hasId) {
        assertEquals(wanted.get("request_id").asText(), refused.getRequestId());
      }
      if (!wanted.get("encoded").isNull()) {
        assertEquals(
            wanted.get("encoded").asText(), refused.getEncodedAuthorizationMessage());
      }
    }
  }

  /** Faults that are no answer of a service must not look like one. */
  @Test
  void brokenConnections() throws Exception {
    for (String fault : List.of("reset", "half-answer", "wrong-length")) {
      // The client below this SDK asks again by itself when a connection breaks.
      peer.control("faults", Map.of("fault", fault, "times", 5));
      CtsClient client = peer.client();
      assertThrows(SdkException.class, () -> list(client, new ListTrackersRequest()), fault);
    }
  }
}
