"""The same file handed in by several at the same moment is kept once, on each claim once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import override_settings

from tests.documents.pictures import jpeg
from tests.intake.country import make_country
from tests.review.people import make_people
from tidtam.audit.models import AuditLine
from tidtam.people.models import User
from tidtam.places.models import Place
from tidtam.programmes import queries as programmes
from tidtam.review import kept_files
from tidtam.review.actions import add_evidence, save
from tidtam.review.drafts import Number
from tidtam.review.models import Evidence, StoredFile
from tidtam.review.said import Said
from tidtam.review.words import ClaimKind

pytestmark = pytest.mark.django_db(transaction=True)
DAY = date(2019, 3, 1)
AT_ONCE = 4


def a_claim(actor: User) -> UUID:
    indicator = programmes.indicator("1.1", 2562)
    assert indicator is not None
    place = Place.objects.get(code="400105")
    said = Said(uuid4(), indicator, place, ClaimKind.HAPPENED, DAY, DAY, (Number("done", 1),))
    return save(actor=actor, said=said).key


def together(*works: Callable[[], Evidence]) -> list[Evidence]:
    ready = Barrier(len(works))

    def one(work: Callable[[], Evidence]) -> Evidence:
        try:
            ready.wait(60)
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(one, works))


@pytest.mark.parametrize("claims", [1, AT_ONCE])
def test_the_same_photo_at_once(claims: int, tmp_path: Path) -> None:
    make_country()
    anong = make_people().anong
    keys = [a_claim(anong) for _ in range(claims)] * (AT_ONCE // claims)
    whole = {"BACKEND": "tidtam.review.whole_files.WholeFiles", "OPTIONS": {"location": str(tmp_path)}}
    with override_settings(STORAGES={"evidence": whole}):
        content = jpeg()
        done = together(
            *(lambda key=key: add_evidence(actor=anong, key=key, content=content) for key in keys)  # type: ignore[misc]
        )
        assert len({evidence.pk for evidence in done}) == Evidence.objects.count() == claims
        assert kept_files.read(StoredFile.objects.get().sha256) == content
    assert AuditLine.objects.filter(action="evidence.added").count() == claims
    assert sum(path.is_file() for path in tmp_path.rglob("*")) == 3  # the photo and its two copies
