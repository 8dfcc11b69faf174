
"use strict";
const said = document.getElementById("said");
let clearing = 0;
function say(text) {
  said.textContent = text;
  clearTimeout(clearing);
  clearing = setTimeout(() => { said.textContent = ""; }, 4000);
}
function select(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}
async function copy(button) {
  const source = document.getElementById(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(source.textContent);
    say(button.dataset.said);
  } catch {
    select(source);
    say(document.execCommand("copy") ? button.dataset.said : "The text is selected: press Ctrl+C to copy it.");
  }
}
for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", () => copy(button));
}
