"""The cases that the tests in all languages share, and the signatures of the SDK beside ours."""

import json
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.exceptions.exceptions import ServiceResponseException
from huaweicloudsdkcore.sdk_request import SdkRequest
from huaweicloudsdkcore.signer.signer import Signer
from huaweicloudsdkcts.v3 import ListTrackersRequest, UpdateTrackerRequest

from conftest import ACCESS_KEY, PROJECT, SECRET_KEY

FOLDER = Path(__file__).parent
CASES = json.loads((FOLDER.parent / "cases.json").read_text(encoding="utf-8"))
VECTORS = json.loads(
    (FOLDER.parents[2] / "crates/signer/tests/data/vectors.json").read_text(encoding="utf-8")
)["vectors"]
MINIMAL = {"tracker_type": "system", "tracker_name": "system"}


def send(stand_in, body):
    """The status of an update, and the error object when it was refused."""
    try:
        answer = stand_in.client().update_tracker(UpdateTrackerRequest(body=body))
        return answer.status_code, None
    except ServiceResponseException as error:
        return error.status_code, error


@pytest.mark.parametrize("case", CASES["updates"], ids=lambda case: case["name"])
def test_updates(stand_in, case):
    status, error = send(stand_in, case["body"])
    assert status == case["status"]
    assert (error.error_code if error else "") == case["code"]


@pytest.mark.parametrize("case", CASES["answers"], ids=lambda case: case["name"])
def test_error_objects(stand_in, case):
    fault = {"fault": "answer", **{name: case[name] for name in ("status", "headers", "body")}}
    stand_in.control("faults", fault)
    status, error = send(stand_in, MINIMAL)
    assert status == case["status"]
    wanted = case.get("error")
    if wanted is None:
        assert error is None
        return
    assert str(error.error_code) == wanted["code"]
    # Of 429 the client below this SDK makes an error of its own.
    if status != 429:
        assert error.error_msg == wanted["message"]
        if wanted["request_id"] is not None:
            assert error.request_id == wanted["request_id"]
    if wanted["encoded"] is not None:
        assert error.encoded_auth_msg == wanted["encoded"]


@pytest.mark.parametrize("fault", ["reset", "half-answer", "wrong-length"])
def test_a_broken_connection_is_no_answer(stand_in, fault):
    stand_in.control("faults", {"fault": fault, "times": 5})
    with pytest.raises(Exception) as caught:
        stand_in.client().list_trackers(ListTrackersRequest())
    assert not isinstance(caught.value, ServiceResponseException)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_the_signature_is_ours(stand_in, vector):
    request = vector["request"]
    headers = dict(request["headers"])
    target = request["path"]
    theirs = Signer(BasicCredentials(ACCESS_KEY, SECRET_KEY, PROJECT)).sign(
        SdkRequest(
            method=request["method"],
            schema="https",
            host=headers.get("Host", ""),
            resource_path=target,
            uri=target,
            query_params=[tuple(pair) for pair in request["query"]],
            header_params=dict(headers),
            body=request["body"] or "",
        )
    ).header_params["Authorization"]
    ours = stand_in.control(
        "signature",
        {
            "method": request["method"],
            "path": target,
            "query": urlencode([tuple(pair) for pair in request["query"]], quote_via=quote, safe="~"),
            "headers": request["headers"],
            "body": request["body"] or "",
        },
    )
    assert theirs == ours["authorization"], ours["canonical"]
