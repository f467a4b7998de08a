"""Sees what goes wrong on a page without anybody looking: errors, refusals of the browser, requests to others."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Page, Request

# Set by every hostile text if it ever ran.
SENTINEL = "hostile"
# Without a graphics card, the browser says so, and that its pictures are slow to read back.
OF_THE_BROWSER = (
    "GPU stall due to ReadPixels",
    "GL Driver Message",
    "Automatic fallback to software",
)
# Of these no server hears.
INNER = {"data", "blob", "about"}
REFUSALS = """
document.addEventListener('securitypolicyviolation', (event) =>
  console.error(`refused: ${event.violatedDirective} ${event.blockedURI}`));
"""


class Watch:
    """What one browser's page did that it must not do.

    Attributes:
        requests: all addresses that it asked for.
        faults: a line each, in the order in which they came.
    """

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self._home = (parts.scheme, parts.netloc)
        self.requests: list[str] = []
        self.faults: list[str] = []

    def over(self, context: BrowserContext) -> Page:
        """A new page, watched from its first moment on."""
        context.add_init_script(REFUSALS)
        context.on("request", self._asked)
        page = context.new_page()
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("dialog", self._opened)
        return page

    def check(self) -> None:
        """Fail where there is anything."""
        assert self.faults == []

    def _asked(self, request: Request) -> None:
        self.requests.append(request.url)
        parts = urlsplit(request.url)
        if parts.scheme not in INNER and (parts.scheme, parts.netloc) != self._home:
            self.faults.append(f"asked of another: {request.url}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type not in ("error", "warning"):
            return
        if not any(words in message.text for words in OF_THE_BROWSER):
            self.faults.append(f"console: {message.text} ({message.location.get('url')})")

    def _opened(self, dialog: Dialog) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()
