"""A request -> passed on if it is for one of our names, else refused."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from overens.vocabulary.wording import Text
from overens.web.serving.refusal import refuse
from overens.web.serving.settings import Settings


def only_for(app: ASGIApp, settings: Settings) -> ASGIApp:
    """Answer 400 where the Host header names somebody else, or several, or nobody."""

    async def checked(scope: Scope, receive: Receive, send: Send) -> None:
        said = Headers(scope=scope).getlist("host")
        if len(said) == 1 and (host_name(said[0]) in settings.hosts or "*" in settings.hosts):
            await app(scope, receive, send)
        else:
            await refuse(settings, (scope, receive, send), 400, _not_ours(said))

    return checked


def host_name(said: str) -> str:
    """Return the name in a Host header, without port and in lower case.

    >>> [host_name(said) for said in ("Localhost:8000", "[::1]:80", "[::1]", "portal.se.")]
    ['localhost', '[::1]', '[::1]', 'portal.se']
    """
    said = said.strip().lower()
    if said.startswith("["):
        return said.partition("]")[0] + "]"
    return said.partition(":")[0].removesuffix(".")


def _not_ours(said: list[str]) -> Text:
    named = ", ".join(one[:100] for one in said)
    return Text(
        "Portalen svarar inte under namnet '{name}'. Använd den adress du fått; den som driver portalen "
        "kan lägga till namnet med --allow-host.",
        "The portal does not answer to the name '{name}'. Use the address you were given; whoever runs the portal "
        "can add the name with --allow-host.",
        {"name": named},
    )
