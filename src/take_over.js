// From the static page to the app in one step, with everything that a person has done meanwhile: what was typed, chosen
// and opened, the focus, the selection, how far the page was scrolled, and the button that was pressed.
//
// The static page is made of the same elements as the app's first screen, so that each finds its own again: by its id, or
// by its place among those of its kind.

const root = document.documentElement;
const REACHABLE = "a, button, summary";
const FIELDS = "input[id], textarea[id]";

let held; // The number of the button that was pressed, among all buttons.
let answered = false; // The app has answered the press before it was shown.
let composing = false;

/** Notes what the app has to know of later. Nothing is sent before it is there. */
export function holdUntilTheAppIsThere() {
  document.addEventListener("submit", hold);
  document.addEventListener("click", hold);
  // What an input method composes is torn if its field is replaced.
  document.addEventListener("compositionstart", () => (composing = true));
  document.addEventListener("compositionend", () => (composing = false));
  document.addEventListener("app-mounted", ({ detail }) => takeOverWhenComposed(detail));
  globalThis.takePress = takePress;
  const sent = formSentBefore();
  if (sent) note(sent, submitOf(sent));
}

// A form that was sent before this script had come. The browser has marked its fields, also the hidden one, which nothing else marks
// (HTML, "user validity", and "form submission algorithm"). Where it cannot say so (browsers before 2023), the press is lost.
function formSentBefore() {
  return CSS.supports("selector(:user-valid)") && document.querySelector("form > [hidden]:user-valid")?.form;
}

const app = () => document.getElementById("app");
const isThere = () => "started" in root.dataset;
const allButtons = () => [...app().querySelectorAll("button")];
const submitOf = (form) => form?.querySelector("[type=submit]");

function hold(event) {
  const form = event.target.closest?.("form");
  const button = event.type === "submit" ? (event.submitter ?? submitOf(form)) : event.target.closest?.("button");
  if (isThere() || !button || !app().contains(button)) return;
  // A click on the button that sends a form comes back as `submit`.
  if (event.type === "click" && button.type === "submit") return;
  event.preventDefault();
  note(form, button);
}

// The button is pressed again when the app is there; until then the form shows that it works on it.
function note(form, button) {
  held = allButtons().indexOf(button);
  if (!form) return;
  form.setAttribute("aria-busy", "true");
  button.setAttribute("aria-disabled", "true");
  form.querySelector(".working")?.replaceChildren(document.getElementById("working").content.cloneNode(true));
}

// Leaves the answer to the app, if the form with this field was sent: it need not make a screen then that nobody will see.
function takePress(field) {
  const form = document.getElementById(field)?.form;
  answered = held !== undefined && !composing && allButtons()[held] === submitOf(form);
  return answered;
}

function takeOverWhenComposed(place) {
  if (!composing) return takeOver(place);
  // The browser changes the field only after this event.
  document.addEventListener("compositionend", () => setTimeout(takeOverWhenComposed, 0, place), { once: true });
}

function takeOver(place) {
  const before = app();
  place.id = before.id;
  // It is another screen, and the app sees to the focus.
  if (answered) return show(place, before);
  const focused = before.contains(document.activeElement) ? document.activeElement : null;
  const focusedAgain = focused && counterpartOf(focused, before, place);
  const { selectionStart, selectionEnd, selectionDirection } = focused ?? {};
  const { scrollX, scrollY } = window;

  const changed = [...before.querySelectorAll(FIELDS)].filter((field) => adopt(field, place));
  [...before.querySelectorAll("details")].forEach((details, index) => {
    const again = place.querySelectorAll("details")[index];
    if (again) again.open = details.open;
  });
  show(place, before);

  focusedAgain?.focus({ preventScroll: true });
  if (selectionStart != null) focusedAgain?.setSelectionRange?.(selectionStart, selectionEnd, selectionDirection);
  // Where nothing was scrolled, the browser would only work out the page once more.
  if (scrollX || scrollY) scrollTo(scrollX, scrollY);
  // Now that everything stands where it belongs, the app hears of it as if it were typed.
  for (const { id, type } of changed) {
    document.getElementById(id).dispatchEvent(new Event(type === "radio" ? "change" : "input", { bubbles: true }));
  }
  if (held !== undefined) allButtons()[held]?.click();
}

function show(place, before) {
  before.replaceWith(place);
  root.dataset.started = "";
}

function counterpartOf(element, before, place) {
  if (element.id) return place.querySelector(`#${CSS.escape(element.id)}`);
  const index = [...before.querySelectorAll(REACHABLE)].indexOf(element);
  return place.querySelectorAll(REACHABLE)[index];
}

// Brings the field's counterpart to the same state. Says whether a person has changed it.
function adopt(field, place) {
  const again = place.querySelector(`#${CSS.escape(field.id)}`);
  if (!again) return false;
  if (field.type === "radio") {
    if (field.checked === field.defaultChecked) return false;
    again.checked = field.checked;
    return field.checked;
  }
  if (field.value === field.defaultValue) return false;
  again.value = field.value;
  return true;
}
