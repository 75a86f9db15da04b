"""Where evidence lies: a folder under the home folder unless said, or a bucket."""

from pathlib import Path

import pytest

from tidtam.config import environment

HOME = Path("/home/tidtam")


def test_a_folder_in_the_home_folder_unless_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("TIDTAM_FILES", raising=False)
    assert environment.files(HOME)["OPTIONS"] == {"location": "/home/tidtam/files"}
    monkeypatch.setenv("TIDTAM_FILES", str(tmp_path))
    assert environment.files(HOME) == {
        "BACKEND": "tidtam.review.whole_files.WholeFiles",
        "OPTIONS": {"location": str(tmp_path)},
    }


def test_a_bucket_by_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(
        "TIDTAM_FILES", "s3://evidence/tidtam/2562?endpoint_url=https://s3.example.org&region_name=th"
    )
    found = environment.files(HOME)
    assert found["BACKEND"] == "storages.backends.s3.S3Storage"
    wanted = {
        "bucket_name": "evidence",
        "location": "tidtam/2562",
        "endpoint_url": "https://s3.example.org",
        "region_name": "th",
        "default_acl": "private",
        "file_overwrite": True,
    }
    assert {name: found["OPTIONS"][name] for name in wanted} == wanted


@pytest.mark.parametrize("address", ["ftp://files/evidence", "s3://"])
def test_any_other_address_is_refused_at_the_start(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIDTAM_FILES", address)
    with pytest.raises(ValueError, match="TIDTAM_FILES"):
        environment.files(HOME)
