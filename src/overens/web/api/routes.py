"""The interface's addresses -> routes of the portal, each answering JSON with its mark, or a problem document."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import date
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from overens.vocabulary.names import did_you_mean
from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import Language, whole_number
from overens.web.api.address import BASE
from overens.web.api.asking import Api, Put, mark_of, written
from overens.web.api.collection import LANGUAGE
from overens.web.api.endpoint import Endpoint
from overens.web.api.endpoints import endpoints
from overens.web.api.openapi import JSON_TYPE
from overens.web.api.parameter import read_query
from overens.web.api.problem import MEDIA_TYPE, problem_body, refused_document
from overens.web.api.simulations import LARGEST_BODY, BadScenario
from overens.web.parameters import language_of
from overens.web.refused import Refused
from overens.web.shelf import Shelf

KEPT_FOR = "public, max-age=60"
READ = ["GET", "HEAD"]
_TAKEN = (JSON_TYPE, MEDIA_TYPE, "application/*", "*/*")


def add_routes(app: FastAPI, shelf: Shelf, clock: Callable[[], date]) -> None:
    """Add every address of the interface, and one for those that do not exist; before the portal's pages, which take any word."""
    api = Api(shelf, clock)
    app.add_api_route(f"{BASE}/openapi.json", _description(api), methods=READ)
    for one in endpoints():
        if one.sends is None:
            app.add_api_route(one.route, _reading(api, one), methods=READ, name=one.name)
        else:
            app.add_api_route(one.route, _taking(api, one), methods=["POST"], name=one.name)
    app.add_api_route("/api/{rest:path}", _nothing, methods=READ)


# --- answering ----------------------------------------------------------------------


def _reading(api: Api, endpoint: Endpoint) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        reply = api.answer(endpoint, _put(request))
        body = written(reply.document)
        return _marked(request, body, mark_of(reply.run, body))

    return _or_problem(answer)


def _description(api: Api) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        language = Language(read_query(request.url.query, (LANGUAGE,))["lang"])
        body = api.description(_origin(request), language)
        return _marked(request, body, mark_of("", body))

    return _or_problem(answer)


def _taking(api: Api, endpoint: Endpoint) -> Callable[[Request], Awaitable[Response]]:
    def answer(request: Request, sent: bytes) -> Response:
        reply = api.answer(endpoint, _put(request, sent))
        return Response(written(reply.document), 200, {"Cache-Control": "no-store"}, JSON_TYPE)

    async def handle(request: Request) -> Response:
        try:
            _takes_json(request)
            sent = await _body(request)
            return await run_in_threadpool(answer, request, sent)
        except Refused as refused:
            return _problem(request, refused)

    return handle


def _nothing(request: Request) -> Response:
    path = request.url.path.rstrip(
        "/"
    )  # whoever stands at the root seeks all addresses, not the one that is spelt most like it
    near = did_you_mean(path, [one.route for one in endpoints()]) if path.startswith(f"{BASE}/") else None
    return _problem(request, Refused(404, _no_address(request.url.path, near)))


def _or_problem(answer: Callable[[Request], Response]) -> Callable[[Request], Response]:
    def handle(request: Request) -> Response:
        try:
            _takes_json(request)
            return answer(request)
        except Refused as refused:
            return _problem(request, refused)

    return handle


def _marked(request: Request, body: bytes, mark: str) -> Response:
    """Return the body with its mark, or only that it is the one which the program has already."""
    had = [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
    same = next((one for one in had if one == "*" or one.replace('-gzip"', '"') == mark), None)
    if same is not None:
        return Response(None, 304, {"ETag": mark if same == "*" else same, "Cache-Control": KEPT_FOR})
    return Response(body, 200, {"ETag": mark, "Cache-Control": KEPT_FOR}, JSON_TYPE)


def _problem(request: Request, refused: Refused) -> Response:
    language = language_of(request.scope["query_string"])
    document = refused_document(refused, request.url.path, language)
    if isinstance(refused, BadScenario):
        document["errors"] = refused.errors(language)
    return Response(problem_body(document), document["status"], {"Cache-Control": "no-store"}, MEDIA_TYPE)


# --- reading the request ------------------------------------------------------------


def _put(request: Request, sent: bytes = b"") -> Put:
    words: Mapping[str, Any] = request.path_params
    return Put(_origin(request), request.url.path, dict(words), request.url.query, sent)


def _origin(request: Request) -> str:
    return f"{request.url.scheme}://{request.url.netloc}"


def _takes_json(request: Request) -> None:
    """Refuse one that takes no JSON."""
    taken = request.headers.get("accept", "*/*")
    ranges = [one.replace(" ", "").lower().split(";") for one in taken.split(",")]
    if not any(kind in _TAKEN and "q=0" not in rest and "q=0.0" not in rest for kind, *rest in ranges):
        raise Refused(406, _only_json(taken))


async def _body(request: Request) -> bytes:
    """Return what is sent, if it says that it is JSON and is not too large; no more than that is read."""
    kind = request.headers.get("content-type", "")
    if kind.partition(";")[0].strip().lower() != JSON_TYPE:
        raise Refused(415, _no_json_sent(kind))
    sent = b""
    try:
        async for piece in request.stream():
            sent += piece
            if len(sent) > LARGEST_BODY:
                raise Refused(413, _too_large())
    except ClientDisconnect:  # nobody is left to read the answer, but the log is to say whose fault it was
        raise Refused(400, _broken_off()) from None
    return sent


# --- faults -------------------------------------------------------------------------


def _no_address(path: str, near: str | None) -> Fault:
    return Fault.of(
        "Adressen {path} finns inte.",
        "Menade du {near}?" if near else "Alla adresser står i {base}/openapi.json.",
        "There is no address {path}.",
        "Did you mean {near}?" if near else "Every address stands in {base}/openapi.json.",
        path=path[:100],
        near=near,
        base=BASE,
    )


def _only_json(taken: str) -> Fault:
    return Fault.of(
        "Svaret finns inte som '{taken}'.",
        "Ta emot application/json.",
        "The answer does not exist as '{taken}'.",
        "Accept application/json.",
        taken=taken[:60],
    )


def _no_json_sent(kind: str) -> Fault:
    return Fault.of(
        "Det som skickats är '{kind}'.",
        "Skicka JSON, med Content-Type: application/json.",
        "What was sent is '{kind}'.",
        "Send JSON, with Content-Type: application/json.",
        kind=kind[:60],
    )


def _broken_off() -> Fault:
    return Fault.of(
        "Det som skickades bröts av innan det var helt.",
        "Skicka det igen.",
        "What was sent broke off before it was whole.",
        "Send it again.",
    )


def _too_large() -> Fault:
    return Fault.of(
        "Det som skickats är större än {most} byte.",
        "Dela scenariot, eller pröva det med overens simulate.",
        "What was sent is larger than {most} bytes.",
        "Split the scenario, or try it with overens simulate.",
        most=whole_number(LARGEST_BODY),
    )
