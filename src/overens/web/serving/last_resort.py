"""A fault of ours -> a page with a number to give us; the traceback goes to the log alone."""

from __future__ import annotations

import traceback

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from overens.vocabulary.wording import Text
from overens.web.log import note
from overens.web.serving.refusal import refuse
from overens.web.serving.settings import Settings, plain_page


def with_last_resort(app: ASGIApp, settings: Settings) -> ASGIApp:
    """Answer 500 where something is raised before the answer has begun; after that, break off."""

    async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
        begun, held = False, list[Message]()

        async def watched(message: Message) -> None:
            """Hold an answer that says 500: the framework sends a bare one before it raises."""
            nonlocal begun
            if held or message.get("status") == 500:
                held.append(message)
                return
            begun = True
            await send(message)

        try:
            await app(scope, receive, watched)
        except Exception as error:
            number = scope["state"]["request_id"]
            note("fault", "error", request=number, traceback="".join(traceback.format_exception(error)))
            if begun:
                raise
            await _say(settings, (scope, receive, send), number)
        else:
            for message in held:
                await send(message)

    return guarded


async def _say(settings: Settings, to: tuple[Scope, Receive, Send], number: str) -> None:
    """Say that it is our fault, on the plainest of pages if the portal's own is what fails."""
    try:
        await refuse(settings, to, 500, _our_fault(number))
    except Exception as error:  # noqa: BLE001 - the page that says no must not fail
        note("fault", "error", request=number, traceback="".join(traceback.format_exception(error)))
        await refuse(Settings(error_page=plain_page), to, 500, _our_fault(number))


def _our_fault(number: str) -> Text:
    return Text(
        "Det här är vårt fel, inte ditt. Försök igen om en stund; ange numret {number} om du hör av dig.",
        "This is our fault, not yours. Try again in a while; give the number {number} if you contact us.",
        {"number": number},
    )
