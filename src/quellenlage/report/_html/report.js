(() => {
  "use strict";
  const doc = document, root = doc.documentElement;
  const one = (s, r = doc) => r.querySelector(s), all = (s, r = doc) => [...r.querySelectorAll(s)];
  const byId = id => doc.getElementById(id);
  const pane = byId("pane"), back = byId("back"), say = byId("say");
  const articles = all(".art"), stories = all(".story");
  const preset = root.dataset.ui; // a choice counts for pages that begin in the same language
  let from = null, keys = true, opened = [];

  root.classList.add("js");
  const wide = () => matchMedia("(min-width:1180px)").matches;
  const english = () => root.dataset.ui === "en";
  const word = (de, en) => english() ? en : de;
  const still = e => e.metaKey || e.ctrlKey || e.altKey;
  const target = a => (a.getAttribute("href") || "#").slice(1);
  const keep = (k, v) => { try { localStorage[k] = v; } catch (e) { /* no storage on a file */ } };
  const kept = k => { try { return localStorage[k]; } catch (e) { return null; } };
  const isPassage = id => /^[sft]\d+$/.test(id), isArticle = id => /^a\d+$/.test(id);
  const isItem = id => /^(i-|c\d|z\d|(g\d+-)?w\d)/.test(id);

  // ---- which article and which story are shown
  // In a large pile an article is bare text until it is opened; `sheets` says what is marked in it.
  const sheets = byId("sheets") && JSON.parse(byId("sheets").textContent);
  const tell = pair => word(pair[0], pair[1]);
  function make(name, css, text) {
    const e = doc.createElement(name);
    if (css) e.className = css;
    if (text) e.textContent = text;
    return e;
  }
  function paintPieces(block, pieces) {
    const text = block.textContent, made = [];
    let at = 0;
    pieces.forEach(p => {
      const size = p.length ? p[0] : p, words = text.slice(at, at += size);
      const e = p.length ? make("i", p[1], words) : words;
      if (p[2]) e.dataset.i = p[2];
      made.push(e);
    });
    block.replaceChildren(...made);
  }
  function paintNote([to, value, struck, stroke, pale, spoken, text, claims, warnings]) {
    const li = make("li"), a = make("a");
    a.href = "#" + to;
    if (stroke === "ba") a.append(make("i", "ba"));
    else if (stroke) a.append(one(".bar use[href='#" + stroke + "']").parentElement.cloneNode(true));
    if (stroke) a.firstChild.classList.toggle("cp", !!pale);
    if (spoken) a.append(make("span", "vh", tell(spoken) + ": "));
    if (value) a.append(make("b", struck ? "sx" : "", tell(value)), " ");
    a.append(text);
    li.append(a);
    claims.forEach(([c, n]) => {
      const x = make("a", "cc", "B" + n);
      x.href = "#" + c;
      li.append(" ", x);
    });
    warnings.forEach(([kind, why]) => li.append(make("span", "fl", tell(kind) + ": " + why)));
    return li;
  }
  function paint(article) {
    if (!sheets || !article || article.dataset.painted === root.dataset.ui) return;
    article.dataset.painted = root.dataset.ui;
    all(".pp", article).forEach((pp, n) => {
      const [pieces, notes] = sheets[article.id][n];
      paintPieces(one(".bo,.hd,.ti,.mi,.fu", pp), pieces);
      if (!notes.length) return;
      const list = make("ul", "nn");
      list.append(...notes.map(paintNote));
      all(".nn", pp).forEach(x => x.remove());
      pp.append(list);
    });
  }
  function showArticle(id) {
    paint(articles.find(a => a.id === id));
    articles.forEach(a => { a.hidden = a.id !== id; });
    all(".pick a").forEach(a => a.hash === "#" + id ? a.setAttribute("aria-current", "true") : a.removeAttribute("aria-current"));
  }
  function showStory(story) {
    if (!story || stories.length < 2) return;
    stories.forEach(s => { s.hidden = s !== story; });
    all(".bar0 nav a[data-sec]").forEach(a => a.setAttribute("href", "#" + story.dataset.prefix + a.dataset.sec));
    const own = story.dataset.arts.split(" ");
    all(".pick a").forEach(a => { a.parentElement.hidden = !own.includes(target(a)); });
    if (!own.includes((articles.find(a => !a.hidden) || {}).id)) showArticle(own[0]);
    watch();
  }
  function openUp(e) {
    showStory(e.closest(".story"));
    for (let p = e; p; p = p.parentElement) if (p.tagName === "DETAILS") p.open = true;
  }

  // ---- from a reference to the passage
  const parts = id => all('[data-i~="' + id + '"]', pane);
  function mark(id) {
    all(".on").forEach(e => e.classList.remove("on"));
    all("a.ref.cur").forEach(e => e.classList.remove("cur"));
    parts(id).forEach(e => e.classList.add("on"));
    all('a.ref[href="#' + id + '"]').forEach(e => e.classList.add("cur"));
  }
  function heading(e) {
    const near = e.closest("figure,.cl,.v,.lr") || e.closest("section");
    const h = near && (one("h3,h4,.vn b,.ho", near) || one(".h1,h2", near));
    if (!h) return "";
    const copy = h.cloneNode(true);
    all(".cno,.un,i", copy).forEach(x => x.remove());
    return copy.textContent.trim();
  }
  function remember(e) {
    from = e;
    back.hidden = false;
    byId("backt").textContent = word("Zurück: ", "Back: ") + heading(e);
  }
  function announce(article, id, first) {
    const block = first.closest(".pp"), number = block && one(".pn", block);
    const where = number ? word(", Absatz ", ", paragraph ") + number.textContent : "";
    say.textContent = word("Artikel ", "Article ") + article.dataset.s + where + ": " + parts(id).map(e => e.textContent).join(" ");
  }
  function go(id, o = {}) {
    const anchor = byId(id), article = anchor && anchor.closest(".art");
    if (!article) return false;
    showArticle(article.id);
    const first = parts(id)[0] || anchor;
    mark(id);
    if (o.from) remember(o.from);
    if (wide()) {
      const y = first.getBoundingClientRect().top - pane.getBoundingClientRect().top;
      pane.scrollTo({ top: pane.scrollTop + y - pane.clientHeight * .3 });
    } else first.scrollIntoView({ block: "center" });
    if (o.focus) { first.tabIndex = -1; first.focus({ preventScroll: true }); }
    announce(article, id, first);
    return true;
  }
  function goArticle(id, o = {}) {
    showArticle(id);
    if (o.from) remember(o.from);
    pane.scrollTop = 0;
    if (!wide()) byId(id).scrollIntoView();
  }

  // ---- from the margin to the item, and back to where one came from
  function goItem(id) {
    const e = byId(id);
    if (!e) return false;
    openUp(e);
    const box = e.matches("span") ? e.closest("tr,li") || e.parentElement : e;
    box.scrollIntoView({ block: box.offsetHeight > innerHeight * .7 ? "start" : "center" });
    box.classList.add("flash");
    setTimeout(() => box.classList.remove("flash"), 1800);
    box.tabIndex = -1;
    box.focus({ preventScroll: true });
    return true;
  }
  function goBack() {
    if (!from) return;
    const e = from;
    from = null;
    back.hidden = true;
    openUp(e);
    e.scrollIntoView({ block: "center" });
    e.focus({ preventScroll: true });
  }
  function route() {
    const id = decodeURIComponent(location.hash.slice(1)), e = id && byId(id);
    if (isPassage(id)) go(id);
    else if (isArticle(id)) goArticle(id);
    else if (isItem(id)) goItem(id);
    else if (e) { openUp(e); e.scrollIntoView(); }
  }

  doc.addEventListener("click", e => {
    const a = e.target.closest('a[href^="#"]');
    if (!a || still(e)) return;
    const id = target(a);
    if (isPassage(id) && byId(id)) {
      a.focus({ preventScroll: true });
      go(id, { from: a, focus: !wide() || e.detail === 0 });
    } else if (isArticle(id)) goArticle(id, { from: a.closest(".pick") ? null : a });
    else if (isItem(id)) goItem(id);
    else { const x = byId(id); if (x) openUp(x); return; }
    e.preventDefault();
    history.pushState(null, "", "#" + id);
  });
  addEventListener("popstate", route);
  back.onclick = goBack;

  // ---- keys
  function stepPassage(by) {
    const article = articles.find(a => !a.hidden), ids = [];
    all("[data-i]", article).forEach(x => x.dataset.i.split(" ").forEach(y => ids.includes(y) || ids.push(y)));
    const here = one(".on", article), k = here ? ids.indexOf(here.dataset.i.split(" ")[0]) : -1;
    const next = ids[Math.max(0, Math.min(ids.length - 1, k + by))];
    if (next) go(next, { focus: true });
  }
  function stepReference(by) {
    const refs = all("#bericht a.ref").filter(x => x.getClientRects().length);
    let k = refs.indexOf(doc.activeElement);
    if (k < 0) {
      const below = refs.findIndex(x => x.getBoundingClientRect().top > 70);
      k = by > 0 ? below - 1 : below;
    }
    const next = refs[Math.max(0, Math.min(refs.length - 1, k + by))];
    if (!next) return;
    next.focus({ preventScroll: true });
    const box = next.getBoundingClientRect();
    if (box.top < 80 || box.bottom > innerHeight - 60) next.scrollIntoView({ block: "center" });
    if (wide()) go(target(next), { from: next });
  }
  function stepArticle(by) {
    const own = all(".pick li:not([hidden]) a").map(target);
    const k = own.indexOf((articles.find(a => !a.hidden) || {}).id) + by;
    if (own[k]) { showArticle(own[k]); pane.scrollTop = 0; }
  }
  function section(n) {
    const a = all(".bar0 nav a").find(x => one("i", x).textContent === String(n)), t = a && byId(target(a));
    if (!t) return;
    t.scrollIntoView();
    t.tabIndex = -1;
    t.focus({ preventScroll: true });
  }
  doc.addEventListener("keydown", e => {
    if (e.target.matches("input") || still(e) || byId("help").open) return;
    if (e.key === "Escape") { goBack(); return; }
    if (!keys) return;
    if (e.key === "j" || e.key === "k") {
      const by = e.key === "j" ? 1 : -1;
      if (pane.contains(doc.activeElement)) stepPassage(by); else stepReference(by);
      e.preventDefault();
    } else if (e.key === "[" || e.key === "]") stepArticle(e.key === "]" ? 1 : -1);
    else if (/^[0-8]$/.test(e.key)) section(e.key);
    else if (e.key === "?") byId("help").showModal();
  });

  // ---- switches
  byId("b-help").onclick = () => byId("help").showModal();
  byId("keys").onchange = e => { keys = e.target.checked; };
  // The page holds each wording in the language that it begins in, the table the same in the other one.
  const pairs = JSON.parse(byId("pairs").textContent).map(other => [other, other]);
  all("[data-t]").forEach(e => { pairs[e.dataset.t][preset === "en" ? 1 : 0] = e.textContent; });
  function speak(ui) {
    if (ui === root.dataset.ui) return;
    root.dataset.ui = ui;
    all("[data-t]").forEach(e => {
      e.textContent = pairs[e.dataset.t][ui === "en" ? 1 : 0];
      e.setAttribute("lang", ui);
    });
    articles.filter(a => a.dataset.painted).forEach(paint);
  }
  byId("b-lang").onclick = () => { speak(word("en", "de")); keep("ql_ui_" + preset, root.dataset.ui); };
  byId("b-theme").onclick = () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme:dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    keep("ql_theme", root.dataset.theme);
  };

  // ---- the section in view, marked in the bar
  let watcher = null;
  function watch() {
    const links = all(".bar0 nav a");
    if (watcher) watcher.disconnect();
    watcher = new IntersectionObserver(seen => seen.forEach(x => {
      if (!x.isIntersecting) return;
      links.forEach(a => a.removeAttribute("aria-current"));
      const a = links.find(l => target(l) === x.target.id);
      if (!a) return;
      a.setAttribute("aria-current", "true");
      const nav = a.closest("nav");
      nav.scrollLeft = a.offsetLeft - nav.offsetLeft - nav.clientWidth / 3;
    }), { rootMargin: "-15% 0px -75%" });
    all("main section,#zeichen").forEach(s => watcher.observe(s));
    if (!wide()) watcher.observe(byId("lesen"));
  }

  // ---- print opens everything
  addEventListener("beforeprint", () => { articles.forEach(paint); opened = all("details:not([open])"); opened.forEach(x => { x.open = true; }); });
  addEventListener("afterprint", () => opened.forEach(x => { x.open = false; }));

  // ---- start
  all("#pane i[id]:not([data-i])").forEach(e => { e.dataset.i = e.id; });
  const asked = new URLSearchParams(location.search);
  const ui = asked.get("ui") || kept("ql_ui_" + preset), theme = asked.get("theme") || kept("ql_theme");
  if (ui === "de" || ui === "en") speak(ui);
  if (theme === "dark" || theme === "light") root.dataset.theme = theme;
  if (stories.length > 1) showStory(stories[0]); else watch();
  const first = pane.dataset.first;
  if (isPassage(first)) {
    showArticle(byId(first).closest(".art").id);
    if (wide() && !location.hash) go(first);
    say.textContent = "";
  } else if (first) showArticle(first);
  if (location.hash) route();
})();
