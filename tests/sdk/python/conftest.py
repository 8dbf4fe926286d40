"""Starts the stand-in for each test that asks for it."""

import json
import os
import subprocess
import urllib.request
from dataclasses import dataclass

import pytest
from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.http.http_config import HttpConfig
from huaweicloudsdkcts.v3 import CtsClient

ACCESS_KEY = "EXAMPLEACCESSKEY0001"
SECRET_KEY = "ExampleSecretKey00000000000000000000001"
PROJECT = "0123456789abcdef0123456789abcdef"


@dataclass
class StandIn:
    """A running stand-in."""

    address: str

    def control(self, path, content):
        """Makes a control call and returns what it answered."""
        request = urllib.request.Request(
            f"{self.address}/cts-emulator/{path}", json.dumps(content).encode(), method="POST"
        )
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=20) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def client(self, access_key=ACCESS_KEY, secret_key=SECRET_KEY, project=PROJECT):
        """A client of the SDK that talks to it."""
        config = HttpConfig.get_default_config()
        config.timeout = (5, 20)
        return (
            CtsClient.new_builder()
            .with_http_config(config)
            .with_credentials(BasicCredentials(access_key, secret_key, project))
            .with_endpoint(self.address)
            .build()
        )


@pytest.fixture
def stand_in(monkeypatch):
    """A fresh stand-in, stopped afterwards."""
    program = os.environ.get("CTS_EMULATOR")
    if not program:
        pytest.fail("set CTS_EMULATOR to the path of the program cts-emulator")
    # A proxy in the environment must not come between the client and loopback.
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    environment = dict(os.environ, CLOUD_SDK_AK=ACCESS_KEY, CLOUD_SDK_SK=SECRET_KEY)
    process = subprocess.Popen(
        [program, "--control"], env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        line = process.stdout.readline().strip()
        assert line.startswith("listening on http://127.0.0.1:"), line
        yield StandIn(line.removeprefix("listening on "))
    finally:
        process.terminate()
        assert process.wait(timeout=20) == 0
