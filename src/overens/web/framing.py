"""What a page may fetch, and who may show it: nobody, but for what is made to be shown by others."""

from __future__ import annotations

CONTENT_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
SHOWN_ELSEWHERE = {"Cross-Origin-Resource-Policy": "cross-origin"}
"""What a picture says, so that other sites may show it."""
FRAMED = {
    **SHOWN_ELSEWHERE,
    "Content-Security-Policy": CONTENT_POLICY.replace("frame-ancestors 'none'", "frame-ancestors *"),
}
"""What a page says that is made for other sites to show within theirs; it takes nothing and remembers nothing."""
