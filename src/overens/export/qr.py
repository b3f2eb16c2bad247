"""An address -> its QR code as a drawing."""

from __future__ import annotations

from io import BytesIO

MOST = 600
"""Bytes of the longest address that is made into a QR code; a longer one has too small squares to be read from paper."""


def qr_picture(address: str) -> str:
    """Return the code as SVG, with the white around it that readers need; empty for an address that is too long.

    Raises:
        ImportError: If what makes QR codes is not installed.
    """
    import segno

    if len(address.encode()) > MOST:
        return ""
    out = BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", border=4, xmldecl=False, nl=False)
    return out.getvalue().decode()
