"""The page's type, cut to what Thai and Latin need and kept by the browser for a month."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tidtam.documents.fonts import web_font

WEIGHTS = (400, 700)
A_MONTH = 30 * 24 * 3600


@require_safe
def font(_request: HttpRequest, weight: int) -> HttpResponse:
    """One weight of the face as WOFF2."""
    if weight not in WEIGHTS:
        raise Http404
    answer = HttpResponse(web_font(weight), content_type="font/woff2")
    answer["Cache-Control"] = f"public, max-age={A_MONTH}"
    return answer


def get_ready() -> None:
    """Cuts both weights, which takes a second or two, before the first page is asked for."""
    for weight in WEIGHTS:
        web_font(weight)
