"use strict";
const LONGEST_LINK = 1800;
const said = document.getElementById("said");
const done = document.getElementById("done");
let clearing = 0;

function say(text) {
  said.textContent = text;
  clearTimeout(clearing);
  clearing = setTimeout(() => { said.textContent = ""; }, 4000);
}

/* What this page remembers: pages opened from files can share one storage, so its own address is part of each name. */
const nameOf = (key) => `netsheet ${location.pathname} ${key}`;
function recall(key) {
  try { return localStorage.getItem(nameOf(key)); } catch { return null; }
}
function remember(key, value) {
  try {
    if (value === null) localStorage.removeItem(nameOf(key));
    else localStorage.setItem(nameOf(key), value);
  } catch {
    say("This browser does not keep your changes: copy them before you close the page.");
  }
}

function textOf(element) {
  return element.value === undefined ? element.textContent : element.value;
}
function select(element) {
  if (element.select) { element.focus(); element.select(); return; }
  const range = document.createRange();
  range.selectNodeContents(element);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}
async function copy(button) {
  const source = document.getElementById(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(textOf(source));
    say(button.dataset.said);
  } catch {
    select(source);
    say(document.execCommand("copy") ? button.dataset.said : "The text is selected: press Ctrl+C to copy it.");
  }
}

function percent(text) {
  const whole = text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
  return encodeURIComponent(whole).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
function linkOf(address, subject, body) {
  const start = `${address}?subject=${percent(subject.trim())}`;
  const full = `${start}&body=${percent(body.replace(/\r?\n/g, "\r\n"))}`;
  return full.length <= LONGEST_LINK ? { link: full, isWhole: true } : { link: start, isWhole: false };
}

function grow(field) {
  field.rows = 2;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 2}px`;
}

function watch(article) {
  const body = article.querySelector(".body");
  const subject = article.querySelector("input.subject");
  const fields = subject ? [subject, body] : [body];
  const first = fields.map((field) => field.defaultValue);
  const mail = article.querySelector(".mailto");
  const gaps = [...article.querySelectorAll(".gap")];
  const sent = article.querySelector(".sent");
  const reset = article.querySelector(".reset");

  function show() {
    const isChanged = fields.some((field, index) => field.value !== first[index]);
    article.querySelector(".changed").hidden = reset.hidden = !isChanged;
    article.querySelector(".count").textContent = body.value.length.toLocaleString("en");
    if (article.dataset.limit) article.querySelector(".over").hidden = body.value.length <= Number(article.dataset.limit);
    grow(body);
    if (mail) {
      const { link, isWhole } = linkOf(mail.dataset.address, subject ? subject.value : "", body.value);
      mail.href = link;
      article.querySelector(".long").hidden = isWhole;
    }
    let open = 0;
    for (const gap of gaps) {
      gap.hidden = !fields.some((field) => field.value.includes(gap.dataset.gap));
      open += gap.hidden ? 0 : 1;
    }
    if (gaps.length) {
      for (const todo of article.querySelectorAll(".todo")) todo.hidden = !todo.querySelector(".gap:not([hidden])");
      article.querySelector(".badge").textContent = open ? "Unfinished" : "Finished";
      article.querySelector(".badge").classList.toggle("ready", open === 0);
    }
    return isChanged;
  }
  function keep() {
    remember(article.dataset.textKey, show() ? JSON.stringify(fields.map((field) => field.value)) : null);
  }

  try {
    const kept = JSON.parse(recall(article.dataset.textKey) || "[]");
    fields.forEach((field, index) => { if (typeof kept[index] === "string") field.value = kept[index]; });
  } catch { /* what is kept there is not ours */ }
  for (const field of fields) field.addEventListener("input", keep);
  reset.addEventListener("click", () => {
    fields.forEach((field, index) => { field.value = first[index]; });
    keep();
    body.focus();
    say("Your changes are undone.");
  });
  for (const gap of gaps) {
    gap.addEventListener("click", () => {
      const field = fields.findLast((each) => each.value.includes(gap.dataset.gap));
      const start = field.value.indexOf(gap.dataset.gap);
      field.focus();
      field.setSelectionRange(start, start + gap.dataset.gap.length);
    });
  }
  sent.checked = recall(`sent ${article.dataset.sentKey}`) === "yes";
  sent.addEventListener("change", () => {
    remember(`sent ${article.dataset.sentKey}`, sent.checked ? "yes" : null);
    article.classList.toggle("is-sent", sent.checked);
    showDone();
  });
  article.classList.toggle("is-sent", sent.checked);
  show();
}

function showDone() {
  const people = [...document.querySelectorAll(".sent:checked")].map((tick) => tick.dataset.who);
  done.hidden = people.length === 0;
  document.getElementById("done-command").textContent = [done.dataset.command, ...people].join(" ");
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", () => copy(button));
}
/* Chromium gives a page a storage that keeps nothing where the page asks for it before the browser has noted that the
   page is there, as on a busy machine: so the browser is asked for something else first. */
async function start() {
  try { await navigator.locks.query(); } catch { /* an old browser has no locks */ }
  for (const article of document.querySelectorAll(".draft")) watch(article);
  if (done) showDone();
}
start();
addEventListener("resize", () => document.querySelectorAll("textarea.body").forEach(grow));
