package peers

import (
	"encoding/json"
	"errors"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core/sdkerr"
	cts "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/cts/v3"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/services/cts/v3/model"
)

// cases are shared by the tests in all languages.
type cases struct {
	Updates []struct {
		Name   string
		Status int
		Code   string
		Body   json.RawMessage
	}
	Answers []struct {
		Name    string
		Status  int
		Headers [][2]string
		Body    string
		Error   *struct {
			Code      string
			Message   string
			RequestId *string `json:"request_id"`
			Encoded   *string
		}
	}
}

const minimal = `{"tracker_type":"system","tracker_name":"system"}`

// update sends a body and returns the status and, when it was refused, the error object.
func update(t *testing.T, client *cts.CtsClient, body string) (int, *sdkerr.ServiceResponseError) {
	t.Helper()
	content := &model.UpdateTrackerRequestBody{}
	if err := json.Unmarshal([]byte(body), content); err != nil {
		t.Fatal(err)
	}
	answer, err := client.UpdateTracker(&model.UpdateTrackerRequest{Body: content})
	if err == nil {
		return answer.HttpStatusCode, nil
	}
	refused := &sdkerr.ServiceResponseError{}
	if !errors.As(err, &refused) {
		t.Fatalf("no error of the service: %v", err)
	}
	return refused.StatusCode, refused
}

// list returns the trackers of these filters.
func list(t *testing.T, client *cts.CtsClient, request *model.ListTrackersRequest) []model.TrackerResponseBody {
	t.Helper()
	answer, err := client.ListTrackers(request)
	if err != nil {
		t.Fatal(err)
	}
	return *answer.Trackers
}

func TestListsWhatAProjectStartsWith(t *testing.T) {
	client := start(t).known()
	names := func(request *model.ListTrackersRequest) (names []string) {
		for _, tracker := range list(t, client, request) {
			names = append(names, *tracker.TrackerName)
		}
		return
	}
	all := []string{"system", "data-tracker-name", "data-archive"}
	if found := names(&model.ListTrackersRequest{}); !slices.Equal(found, all) {
		t.Error(found)
	}
	data := model.GetListTrackersRequestTrackerTypeEnum().DATA
	if found := names(&model.ListTrackersRequest{TrackerType: &data}); !slices.Equal(found, all[1:]) {
		t.Error(found)
	}
	odd := "a b/c+d=&é~*"
	if found := names(&model.ListTrackersRequest{TrackerName: &odd}); len(found) != 0 {
		t.Error(found)
	}
	system := list(t, client, &model.ListTrackersRequest{TrackerName: &all[0]})[0]
	if !*system.Lts.IsLtsEnabled || !*system.ObsInfo.IsAuthorizedBucket || len(*system.Id) != 36 {
		t.Error(system)
	}
}

func TestUpdates(t *testing.T) {
	var shared cases
	read(t, "../cases.json", &shared)
	for _, sample := range shared.Updates {
		t.Run(sample.Name, func(t *testing.T) {
			status, refused := update(t, start(t).known(), string(sample.Body))
			if status != sample.Status {
				t.Fatalf("%d %v", status, refused)
			}
			if refused != nil && (refused.ErrorCode != sample.Code || len(refused.RequestId) != 32 || refused.ErrorMessage == "") {
				t.Error(refused)
			}
		})
	}
}

func TestReadsBackWhatWasSet(t *testing.T) {
	client := start(t).known()
	body := `{"tracker_type":"system","tracker_name":"system","status":"disabled","is_lts_enabled":false,
		"obs_info":{"bucket_name":"test-data-tracker","file_prefix_name":"11","compress_type":"json"}}`
	if status, refused := update(t, client, body); status != 200 {
		t.Fatal(refused)
	}
	name := "system"
	now := list(t, client, &model.ListTrackersRequest{TrackerName: &name})[0]
	if *now.ObsInfo.BucketName != "test-data-tracker" || *now.ObsInfo.FilePrefixName != "11" || *now.Lts.IsLtsEnabled {
		t.Error(now)
	}
	if now.Status.Value() != "disabled" || now.ObsInfo.CompressType.Value() != "json" {
		t.Error(now)
	}
}

func TestWrongCredentials(t *testing.T) {
	peer := start(t)
	for _, try := range []struct{ access, secret, project, code, text string }{
		{accessKey, "wrong", project, "APIGW.0301", "verify aksk signature fail"},
		{"NOBODY", secretKey, project, "APIGW.0301", "Get secretKey failed"},
		{accessKey, secretKey, "your-project", "CTS.0012", "Invalid project ID"},
	} {
		_, refused := update(t, peer.client(try.access, try.secret, try.project), minimal)
		if refused == nil || refused.ErrorCode != try.code || !strings.Contains(refused.ErrorMessage, try.text) {
			t.Errorf("%v: %v", try, refused)
		}
	}
	for range 5 {
		update(t, peer.client(accessKey, "wrong", project), minimal)
	}
	if _, refused := update(t, peer.known(), minimal); refused == nil || !strings.Contains(refused.ErrorMessage, "AK access failed to reach the limit") {
		t.Error(refused)
	}
}

// Where this SDK reads an answer otherwise than that for Python, from which the table is: without a code it
// leaves the code empty, it looks for neither errorCode nor for a code that is a number, and it keeps what 429 says.
var codes = map[string]string{
	"iam nested": "", "camel": "", "details only": "", "empty body": "", "html 502": "", "json array": "",
	"json string": "", "retry 429": "APIGW.0308",
}

func TestErrorObjects(t *testing.T) {
	var shared cases
	read(t, "../cases.json", &shared)
	peer := start(t)
	for _, sample := range shared.Answers {
		t.Run(sample.Name, func(t *testing.T) {
			peer.control("faults", map[string]any{
				"fault": "answer", "status": sample.Status, "headers": sample.Headers, "body": sample.Body,
			})
			status, refused := update(t, peer.known(), minimal)
			if sample.Error == nil {
				if refused != nil {
					t.Error(refused)
				}
				return
			}
			wanted, otherwise := codes[sample.Name]
			if !otherwise {
				wanted = sample.Error.Code
			}
			if status != sample.Status || refused.ErrorCode != wanted {
				t.Errorf("%d %v", status, refused)
			}
			if !otherwise && refused.ErrorMessage != sample.Error.Message {
				t.Errorf("%q is not %q", refused.ErrorMessage, sample.Error.Message)
			}
			if sample.Error.RequestId != nil && refused.RequestId != *sample.Error.RequestId {
				t.Error(refused.RequestId)
			}
			if sample.Error.Encoded != nil && refused.EncodedAuthorizationMessage != *sample.Error.Encoded {
				t.Error(refused.EncodedAuthorizationMessage)
			}
		})
	}
}

// Faults that are no answer of a service must not look like one.
func TestBrokenConnections(t *testing.T) {
	peer := start(t)
	for _, fault := range []string{"reset", "half-answer", "wrong-length"} {
		peer.control("faults", map[string]any{"fault": fault, "method": http.MethodGet})
		if answer, err := peer.known().ListTrackers(&model.ListTrackersRequest{}); err == nil {
			t.Errorf("%s: %v", fault, answer)
		}
	}
}
