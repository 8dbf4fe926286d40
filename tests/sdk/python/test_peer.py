"""The official Python SDK as a peer of the stand-in."""

import pytest
from huaweicloudsdkcore.exceptions.exceptions import ClientRequestException
from huaweicloudsdkcts.v3 import (
    DataBucket,
    ListTrackersRequest,
    ManagementEventSelector,
    TrackerObsInfo,
    UpdateTrackerRequest,
    UpdateTrackerRequestBody,
)


def update(client, **members):
    return client.update_tracker(
        UpdateTrackerRequest(body=UpdateTrackerRequestBody(**members))
    )


def trackers(client, **filters):
    return client.list_trackers(ListTrackersRequest(**filters)).trackers


def refused(client, **members):
    with pytest.raises(ClientRequestException) as caught:
        update(client, **members)
    return caught.value


def test_lists_what_a_project_starts_with(stand_in):
    found = trackers(stand_in.client())
    assert [(t.tracker_type, t.tracker_name, t.status) for t in found] == [
        ("system", "system", "enabled"),
        ("data", "data-tracker-name", "enabled"),
        ("data", "data-archive", "disabled"),
    ]
    system = found[0]
    assert system.lts.is_lts_enabled is True
    assert system.obs_info.is_authorized_bucket is True
    assert system.management_event_selector.exclude_service == ["KMS"]
    assert len(system.id) == 36
    assert isinstance(system.create_time, int)


def test_filters_the_list(stand_in):
    client = stand_in.client()
    assert [t.tracker_name for t in trackers(client, tracker_type="data")] == [
        "data-tracker-name",
        "data-archive",
    ]
    assert [t.tracker_name for t in trackers(client, tracker_name="system")] == ["system"]


def test_updates_the_management_tracker_and_reads_it_back(stand_in):
    client = stand_in.client()
    response = update(
        client,
        tracker_type="system",
        tracker_name="system",
        agency_name="cts_admin_trust",
        status="enabled",
        is_lts_enabled=False,
        is_organization_tracker=False,
        management_event_selector=ManagementEventSelector(exclude_service=[]),
        obs_info=TrackerObsInfo(
            bucket_name="test-data-tracker",
            file_prefix_name="11",
            is_obs_created=False,
            compress_type="json",
            is_sort_by_service=False,
        ),
        is_support_trace_files_encryption=False,
        kms_id="",
        is_support_validate=False,
    )
    assert response.status_code == 200
    now = trackers(client, tracker_name="system")[0]
    assert now.obs_info.bucket_name == "test-data-tracker"
    assert now.obs_info.file_prefix_name == "11"
    assert now.obs_info.compress_type == "json"
    assert now.obs_info.is_sort_by_service is False
    assert now.lts.is_lts_enabled is False
    assert now.is_support_validate is False
    assert now.kms_id is None


def test_updates_a_data_tracker_like_the_published_sample(stand_in):
    client = stand_in.client()
    response = update(
        client,
        tracker_type="data",
        tracker_name="data-tracker-name",
        agency_name="cts_admin_trust",
        is_lts_enabled=True,
        obs_info=TrackerObsInfo(
            bucket_name="", file_prefix_name="", is_obs_created=False, bucket_lifecycle=60
        ),
        data_bucket=DataBucket(data_event=["READ", "WRITE"]),
    )
    assert response.status_code == 200
    now = trackers(client, tracker_name="data-tracker-name")[0]
    assert now.obs_info.bucket_lifecycle == 60
    assert now.data_bucket.data_bucket_name == "tracked-bucket"
    assert now.data_bucket.data_event == ["READ", "WRITE"]


def test_text_outside_ascii_is_signed_alike(stand_in):
    error = refused(
        stand_in.client(),
        tracker_type="data",
        tracker_name="审计",
    )
    assert (error.status_code, error.error_code) == (400, "CTS.0203")


def test_a_refusal_fills_the_error_object(stand_in):
    error = refused(
        stand_in.client(), tracker_type="data", tracker_name="nobody", is_lts_enabled=True
    )
    assert error.status_code == 404
    assert error.error_code == "CTS.0214"
    assert error.error_msg == "The tracker does not exist."
    assert len(error.request_id) == 32


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"tracker_type": "System", "tracker_name": "system"}, "CTS.0202"),
        ({"tracker_type": "system", "tracker_name": "other"}, "CTS.0204"),
        ({"tracker_type": "system", "tracker_name": "system", "status": "on"}, "CTS.0205"),
        ({"tracker_type": "data", "tracker_name": "system"}, "CTS.0207"),
        (
            {
                "tracker_type": "system",
                "tracker_name": "system",
                "is_support_trace_files_encryption": True,
            },
            "CTS.0221",
        ),
        (
            {
                "tracker_type": "data",
                "tracker_name": "data-archive",
                "status": "enabled",
                "data_bucket": DataBucket(
                    data_bucket_name="another-bucket", data_event=["READ"]
                ),
            },
            "CTS.0212",
        ),
    ],
)
def test_each_mistake_has_the_code_of_the_cloud(stand_in, members, code):
    error = refused(stand_in.client(), **members)
    assert (error.status_code, error.error_code) == (400, code)


def test_a_wrong_secret_key_is_refused(stand_in):
    error = refused(
        stand_in.client(secret_key="wrong"), tracker_type="system", tracker_name="system"
    )
    assert error.status_code == 401
    assert error.error_code == "APIGW.0301"
    assert error.error_msg.startswith(
        "Incorrect IAM authentication information: verify aksk signature fail"
    )
    assert len(error.request_id) == 32


def test_an_unknown_access_key_is_refused(stand_in):
    error = refused(
        stand_in.client(access_key="NOBODY"), tracker_type="system", tracker_name="system"
    )
    assert (error.status_code, error.error_code) == (401, "APIGW.0301")
    assert "Get secretKey failed" in error.error_msg


def test_a_placeholder_for_the_project_is_refused(stand_in):
    error = refused(
        stand_in.client(project="your-project"), tracker_type="system", tracker_name="system"
    )
    assert (error.status_code, error.error_code) == (403, "CTS.0012")
