// Package peers holds the official SDK for Go as a peer of the stand-in.
package peers

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core/auth/basic"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core/config"
	cts "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/cts/v3"
)

const (
	accessKey = "EXAMPLEACCESSKEY0001"
	secretKey = "ExampleSecretKey00000000000000000000001"
	project   = "0123456789abcdef0123456789abcdef"
)

// standIn is a running stand-in.
type standIn struct {
	t       *testing.T
	address string
}

// start starts a fresh stand-in and stops it at the end of the test.
func start(t *testing.T) standIn {
	t.Helper()
	program := os.Getenv("CTS_EMULATOR")
	if program == "" {
		t.Fatal("set CTS_EMULATOR to the path of the program cts-emulator")
	}
	// A proxy in the environment must not come between the client and loopback.
	for _, name := range []string{"http_proxy", "https_proxy", "all_proxy"} {
		t.Setenv(name, "")
		t.Setenv(strings.ToUpper(name), "")
	}
	command := exec.Command(program, "--control")
	command.Env = append(os.Environ(), "CLOUD_SDK_AK="+accessKey, "CLOUD_SDK_SK="+secretKey)
	output, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := command.Process.Signal(syscall.SIGTERM); err != nil {
			t.Error(err)
		}
		if err := command.Wait(); err != nil {
			t.Errorf("the stand-in ended with %v", err)
		}
	})
	line, err := bufio.NewReader(output).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return standIn{t, strings.TrimPrefix(strings.TrimSpace(line), "listening on ")}
}

// client makes a client of the SDK that talks to the stand-in.
func (s standIn) client(access, secret, project string) *cts.CtsClient {
	s.t.Helper()
	credentials, err := basic.NewCredentialsBuilder().WithAk(access).WithSk(secret).WithProjectId(project).SafeBuild()
	if err != nil {
		s.t.Fatal(err)
	}
	client, err := cts.CtsClientBuilder().
		WithEndpoint(s.address).
		WithCredential(credentials).
		WithHttpConfig(config.DefaultHttpConfig().WithTimeout(20 * time.Second)).
		SafeBuild()
	if err != nil {
		s.t.Fatal(err)
	}
	return cts.NewCtsClient(client)
}

// known is a client that the stand-in knows.
func (s standIn) known() *cts.CtsClient {
	s.t.Helper()
	return s.client(accessKey, secretKey, project)
}

// control makes a control call and returns what it answered.
func (s standIn) control(path string, content any) []byte {
	s.t.Helper()
	body, err := json.Marshal(content)
	if err != nil {
		s.t.Fatal(err)
	}
	answer, err := http.Post(s.address+"/cts-emulator/"+path, "application/json", bytes.NewReader(body))
	if err != nil {
		s.t.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode >= 300 {
		s.t.Fatalf("%s: %d %s %v", path, answer.StatusCode, text, err)
	}
	return text
}

// read reads a file of JSON beside the tests.
func read(t *testing.T, path string, content any) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, content); err != nil {
		t.Fatal(err)
	}
}
