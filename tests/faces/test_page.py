"""The page: nothing of a report acts, nothing is loaded, every quote leads to its exact characters."""

from __future__ import annotations

import base64
import hashlib
import html
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from crossread.faces.render.lookup import Lookup
from crossread.faces.render.page import page
from crossread.faces.render.quotes import Quotes
from crossread.records import Dossier, Span, Statement

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
needs_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium on this machine: tests/browser.sh installs one"
)
TAGS = {
    *(
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "header",
        "nav",
        "main",
        "section",
        "aside",
        "footer",
        "script",
    ),
    *("a", "p", "h1", "h2", "h3", "span", "div", "b", "q", "br", "strong", "kbd", "ul", "li", "dl", "dt", "dd"),
    *("table", "thead", "tbody", "tr", "th", "td", "details", "summary", "article", "figure", "figcaption"),
    *("svg", "line", "text", "rect", "circle", "g", "label", "select", "option", "button"),
}


class Page(HTMLParser):
    """The elements of a page, its targets of quotes, and the reports' texts as a browser would hold them."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.targets: dict[str, tuple[int, int, int]] = {}  # id: (text, offset in UTF-16 units, length in them)
        self.inside = 0
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        self.elements.append((tag, names))
        if names.get("class") == "text":
            self.texts.append("")
            self.inside = 1
        elif self.inside:
            self.inside += 1
            assert (tag, names["class"]) == ("span", "at")
            self.targets[names["id"] or ""] = (
                len(self.texts) - 1,
                units(self.texts[-1]),
                int(names["data-length"] or 0),
            )

    def handle_endtag(self, tag: str) -> None:
        self.inside = max(self.inside - 1, 0)

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.texts[-1] += data


def units(text: str) -> int:
    """How long a browser finds a text."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def browser_slice(text: str, start: int, length: int) -> str:
    return text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * (start + length)].decode(
        "utf-16-le", "surrogatepass"
    )


def spans(dossier: Dossier) -> set[Span]:
    return {s.content for s in dossier.statements} | {e for i in dossier.incidents for e in i.evidence}


def target(span: Span) -> str:
    return f"at-{span.report}-{span.start}-{span.end}"


def test_only_our_own_elements_stand_in_it(hostile: Dossier) -> None:
    found = Page(page(hostile))
    assert {tag for tag, _ in found.elements} <= TAGS
    assert sum(tag == "script" for tag, _ in found.elements) == 1
    for tag, attributes in found.elements:
        assert not any(
            name.startswith("on") or name in ("src", "style", "srcdoc", "action", "background") for name in attributes
        )
        assert attributes.get("href", "#")[:1] == "#", tag  # type: ignore[index]


def test_nothing_may_load_and_only_our_own_style_and_script_act(hostile: Dossier) -> None:
    source = page(hostile)
    policy = html.unescape(re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', source)[0])
    assert policy.startswith("default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; ")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        (content,) = re.findall(f"<{tag}>(.*?)</{tag}>", source, re.S)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not re.search(r"url\(|@import|https?://", re.findall("<style>.*?</style>", source, re.S)[0])


def test_hostile_texts_are_shown_as_they_are(hostile: Dossier) -> None:
    assert Page(page(hostile)).texts == [r.text for r in (hostile.reports[0], hostile.reports[1])]


def test_every_quote_has_its_target_and_every_inner_link_leads_somewhere(small: Dossier, example: Dossier) -> None:
    for dossier in (small, example):
        found = Page(page(dossier))
        ids = [a["id"] for _, a in found.elements if "id" in a]
        assert len(ids) == len(set(ids))
        links = {(a["href"] or "")[1:] for _, a in found.elements if "href" in a}
        assert links <= set(ids)
        assert {target(span) for span in spans(dossier) if span in quoted(dossier)} <= links


def quoted(dossier: Dossier) -> set[Span]:
    """The spans that the page surely shows: what is said."""
    return {s.content for s in dossier.statements}


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_offsets_survive_to_the_page(make_dossier: object, data: st.DataObject) -> None:
    alphabet = st.one_of(
        st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), st.sampled_from("<>&\"'\n\r\t 🜂🏴שa")
    )
    text = data.draw(st.text(alphabet, min_size=1, max_size=80))
    ends = st.integers(0, len(text))
    pairs = data.draw(st.lists(st.tuples(ends, ends).map(sorted).filter(lambda p: p[0] < p[1]), max_size=6))
    dossier: Dossier = make_dossier(text, pairs)  # type: ignore[operator]
    quotes = Quotes(Lookup(dossier))
    for statement in dossier.statements:
        quotes.link(statement.content)
    found = Page(f'<div class="text">{quotes.text(dossier.reports[0])}</div>')
    shown = found.texts[0] if found.texts else ""
    assert shown == text
    for statement in dossier.statements:
        _, start, length = found.targets[target(statement.content)]
        assert browser_slice(shown, start, length) == statement.content.text


def test_an_empty_dossier_and_a_damaged_span_still_make_a_page(make_dossier: object) -> None:
    assert "Texts" in page(make_dossier("x", []))  # type: ignore[operator]
    assert "0 reports" in page(Dossier(title="Nothing", start=None, end=None))
    lost = Span("r-9", 0, 4, "lost")
    dossier: Dossier = make_dossier("x", [])  # type: ignore[operator]
    report = dossier.reports[0]
    statement = Statement("s", "r-9", None, "somebody", (), "claim", False, lost, lost, (lost,))
    made = page(Dossier(title="t", start=None, end=None, reports=(report,), statements=(statement,)))
    assert "<q" in made
    assert 'href="#at-r-9' not in made


# --------------------------------------------------------------------------- in a real browser


def browse(path: Path, fragment: str = "", *options: str) -> str:
    """The page as Chromium holds it after its script has run."""
    profile = path.parent / "profile"
    command = [
        str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", f"--user-data-dir={profile}",
        "--virtual-time-budget=2000", *options, "--dump-dom", path.as_uri() + fragment,
    ]  # fmt: skip
    return subprocess.run(command, capture_output=True, timeout=90, check=True).stdout.decode()


def marked(dom: str) -> str:
    return html.unescape("".join(re.findall("<mark>(.*?)</mark>", dom, re.S)))


@pytest.fixture(scope="module")
def written(hostile: Dossier, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text(page(hostile), encoding="utf-8")
    return path


@needs_chromium
def test_a_chosen_quote_lights_up_its_exact_characters(hostile: Dossier, written: Path) -> None:
    mishap = hostile.disagreements[0].sides[1].evidence[0]
    nasty = hostile.wording[1].evidence[0]
    assert nasty.text != nasty.text.encode("ascii", "ignore").decode()  # emoji, Hebrew, tags: all in one
    for span in (mishap, nasty):
        dom = browse(written, f"#{target(span)}")
        assert marked(dom) == span.text
        assert 'aria-current="true"' in dom
        assert re.search(r'id="report-r-2"[^>]*>', dom)
        assert re.search(r'id="report-r-1"[^>]* hidden=""', dom)


@needs_chromium
def test_overlapping_quotes_light_up_across_their_targets(make_dossier: object, tmp_path: Path) -> None:
    text = "🔥 one two\r\nthree 🔥 four"
    dossier: Dossier = make_dossier(text, [(0, len(text)), (2, 9), (6, 20), (15, 17)])  # type: ignore[operator]
    path = tmp_path / "page.html"
    path.write_text(page(dossier), encoding="utf-8", newline="")
    for statement in dossier.statements:
        assert marked(browse(path, f"#{target(statement.content)}")) == statement.content.text


@needs_chromium
def test_a_script_that_is_not_ours_does_not_run_and_the_page_can_be_read_without(
    hostile: Dossier, tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    path.write_text(page(hostile).replace('"use strict";', '"use strict"; /* changed */', 1), encoding="utf-8")
    dom = browse(path)
    assert "/* changed */" in dom
    assert 'class="js"' not in dom
    assert 'hidden=""' not in dom
    assert Page(dom).texts == [report.text for report in hostile.reports]
