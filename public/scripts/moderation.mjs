/**
 * The moderators' keyboard. Everything here can be done with the page's own buttons; nothing of it is needed.
 *
 * The keys press those buttons, so that whoever may not do something with them can't do it with keys either.
 */

const stored = { keys: "masthead-moderation-keys", place: "masthead-moderation-place" };

/** @type {HTMLElement[]} */
const entries = [...document.querySelectorAll(".desk-entry")].filter(
  (entry) => entry instanceof HTMLElement,
);
const help = document.querySelector("[data-keys]");
const isOn = document.querySelector("[data-keys-on]");
const chooseAll = document.querySelector("[data-choose-all]");

const current = () => entries.findIndex((entry) => entry.contains(document.activeElement));

/** @param {number} index */
function focusEntry(index) {
  const entry = entries[Math.max(0, Math.min(index, entries.length - 1))];
  entry?.focus();
  entry?.scrollIntoView({ block: "nearest" });
}

/** @param {HTMLElement | undefined} entry */
const pickOf = (entry) => {
  const pick = entry?.querySelector(".desk-pick input");
  return pick instanceof HTMLInputElement ? pick : undefined;
};

/** @param {string} key @returns whether it is one of ours */
function press(key) {
  const index = current();
  if (key === "j") focusEntry(index + 1);
  else if (key === "k") focusEntry(index < 0 ? 0 : index - 1);
  else if (key === "/") document.getElementById("search")?.focus();
  else if (key === "?" && help instanceof HTMLDetailsElement) help.open = !help.open;
  else if (key === "x") pickOf(entries[index])?.click();
  else {
    const button = entries[index]?.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!(button instanceof HTMLElement)) return false;
    button.click();
  }
  return true;
}

/** @param {EventTarget | null} target */
const isTyping = (target) =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && target.type !== "checkbox");

function listenToKeys() {
  document.addEventListener("keydown", (event) => {
    const { key, target, ctrlKey, metaKey, altKey, repeat, isComposing } = event;
    if (ctrlKey || metaKey || altKey || isComposing || isTyping(target)) return;
    if (isOn instanceof HTMLInputElement && !isOn.checked) return;
    // A key that is held down walks on, but decides once.
    if (repeat && key !== "j" && key !== "k") return;
    if (press(key)) event.preventDefault();
  });
}

/** The list of keys, and the switch that keeps what was chosen. */
function showKeys() {
  if (help instanceof HTMLElement) help.hidden = false;
  if (!(isOn instanceof HTMLInputElement)) return;
  isOn.checked = localStorage.getItem(stored.keys) !== "off";
  isOn.addEventListener("change", () => {
    localStorage.setItem(stored.keys, isOn.checked ? "on" : "off");
  });
}

function showChooseAll() {
  if (!(chooseAll instanceof HTMLElement)) return;
  chooseAll.hidden = false;
  chooseAll.addEventListener("click", () => {
    const picks = entries.map(pickOf).filter((pick) => pick !== undefined);
    const isFull = picks.every((pick) => pick.checked);
    for (const pick of picks) pick.checked = !isFull;
  });
}

/** What an act leaves behind is a new page: the work goes on at the same place. */
function keepPlaceOverActs() {
  for (const form of document.querySelectorAll(".desk-queue")) {
    form.addEventListener("submit", () => {
      const index = current();
      if (index >= 0) sessionStorage.setItem(stored.place, `${location.pathname} ${index}`);
    });
  }
  const [path, place] = sessionStorage.getItem(stored.place)?.split(" ") ?? [];
  sessionStorage.removeItem(stored.place);
  if (path === location.pathname && entries.length > 0) focusEntry(Number(place));
}

listenToKeys();
showKeys();
showChooseAll();
keepPlaceOverActs();
