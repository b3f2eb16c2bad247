"""What a page may fetch, and who may show it: nobody, but for what is made to be shown by others."""

from __future__ import annotations

OWN_CONTENT = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
)
"""What a page may fetch and send; a page that is a file says this itself, for whom may show it only a header can say."""
CONTENT_POLICY = f"{OWN_CONTENT}; frame-ancestors 'none'"
SHOWN_ELSEWHERE = {"Cross-Origin-Resource-Policy": "cross-origin"}
"""What a picture says, so that other sites may show it."""
FRAMED = {
    **SHOWN_ELSEWHERE,
    "Content-Security-Policy": f"{OWN_CONTENT}; frame-ancestors *",
}
"""What a page says that is made for other sites to show within theirs; it takes nothing and remembers nothing."""
