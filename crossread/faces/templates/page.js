// A quote lights up its characters. Everything else works without this script.
"use strict";
(() => {
  const root = document.documentElement;
  const pane = document.getElementById("pane");
  const reader = document.getElementById("reports");
  const chosen = document.getElementById("chosen");
  const told = document.getElementById("told");
  const narrow = matchMedia("(max-width: 60rem)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let last = null; // the quote that was chosen last; the focus goes back to it
  root.classList.add("js");

  const show = (report) => {
    for (const other of document.querySelectorAll(".report")) other.hidden = other !== report;
    chosen.value = report.id;
  };

  const open = (wanted) => reader.classList.toggle("open", wanted);

  const dim = () => {
    for (const mark of document.querySelectorAll("mark")) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
    for (const link of document.querySelectorAll('[aria-current="true"]')) link.removeAttribute("aria-current");
  };

  // Wraps the `length` UTF-16 units that follow the element `at` in marks, piece by piece between the elements.
  const light = (at, behavior = still.matches ? "auto" : "smooth") => {
    dim();
    const report = at.closest(".report");
    show(report);
    const walker = document.createTreeWalker(at.closest(".text"), NodeFilter.SHOW_TEXT);
    walker.currentNode = at;
    const pieces = [];
    for (let left = Number(at.dataset.length); left > 0 && walker.nextNode(); ) {
      const node = walker.currentNode;
      if (node.length > left) node.splitText(left);
      left -= node.length;
      pieces.push(node);
    }
    for (const node of pieces.filter((piece) => piece.length)) {
      const mark = document.createElement("mark");
      node.replaceWith(mark);
      mark.append(node);
    }
    for (const link of document.querySelectorAll(`a.q[href="#${CSS.escape(at.id)}"]`)) link.setAttribute("aria-current", "true");
    open(true);
    const first = report.querySelector("mark");
    if (!first) return;
    const top = pane.scrollTop + first.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
    pane.scrollTo({ top, behavior });
    told.textContent = "Lit up in " + report.getAttribute("aria-label");
  };

  // Goes where a hash leads: a quoted span, a report, or a line of the dossier that may be folded away.
  const follow = (hash, behavior) => {
    let id;
    try { id = decodeURIComponent(hash.slice(1)); } catch { return; }
    const target = id && document.getElementById(id);
    if (!target) return;
    if (target.dataset.length) light(target, behavior);
    else if (target === reader) open(true);
    else if (target.classList.contains("report")) { show(target); open(true); pane.scrollTop = 0; }
    else {
      unfold(target);
      target.scrollIntoView();
    }
  };

  const unfold = (target) => {
    for (let node = target; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
  };

  // A page that is opened at a quoted span also shows the line of the dossier that quotes it.
  const arrive = () => {
    follow(location.hash, "auto");
    const lit = document.querySelector('main a.q[aria-current="true"]');
    if (!lit) return;
    last = lit;
    unfold(lit);
    lit.scrollIntoView({ block: "center" });
  };

  const remember = (hash) => {
    try { history.replaceState(null, "", hash); } catch { /* a notebook's frame has no history */ }
  };

  const choose = (link) => {
    last = link;
    remember(link.hash);
    follow(link.hash);
  };

  const close = () => {
    if (!reader.classList.contains("open")) return;
    open(false);
    if (narrow.matches && last) last.focus();
  };

  // The quote before or after the one that has the focus; where none has, after the last one chosen. What is folded away
  // is passed over by its place in the tree: asking for its size would make the browser lay all of it out.
  const step = (by) => {
    const all = [...document.querySelectorAll("main a.q")];
    const here = all.includes(document.activeElement) ? document.activeElement : last;
    let at = here ? all.indexOf(here) : by > 0 ? -1 : all.length;
    do at += by; while (all[at]?.closest("details:not([open])"));
    const next = all[at];
    if (!next) return;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center", behavior: still.matches ? "auto" : "smooth" });
    choose(next);
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.matches("a.q")) { event.preventDefault(); choose(link); return; }
    const target = document.getElementById(decodeURIComponent(link.getAttribute("href").slice(1)));
    if (target && (target === reader || target.closest(".reader"))) { event.preventDefault(); last = link; follow("#" + target.id); }
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    const onQuote = event.target.matches?.("a.q");
    if (event.key === "j" || (onQuote && event.key === "ArrowDown")) step(1);
    else if (event.key === "k" || (onQuote && event.key === "ArrowUp")) step(-1);
    else if (event.key === "Escape") { close(); return; }
    else return;
    event.preventDefault();
  });

  chosen.addEventListener("change", () => { dim(); follow("#" + chosen.value); });
  document.getElementById("close").addEventListener("click", close);
  addEventListener("hashchange", arrive);
  addEventListener("load", arrive); // once more, after the browser has scrolled to the hash by itself
  addEventListener("beforeprint", () => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;
    for (const report of document.querySelectorAll(".report")) report.hidden = false;
  });

  const first = document.querySelector(".report");
  if (first) show(first);
  arrive();
})();
