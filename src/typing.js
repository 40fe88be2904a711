// What people have typed: secrets are forgotten when the page is left, everything else outlives a reload that nobody asked
// for.

const KEY = "typed before loading again";
const SECRET = "[data-secret]";

/** A browser may keep the page as it is and show it again to whoever goes back. */
export function forgetSecretsOnLeaving() {
  addEventListener("pagehide", forgetSecrets);
}

export function forgetSecrets() {
  for (const field of document.querySelectorAll(SECRET)) field.value = "";
}

/** Keeps it for this page's next start in this tab. */
export function keepTyping() {
  const fields = document.querySelectorAll(`#app :is(input, textarea)[id]:not(${SECRET})`);
  const typed = [...fields].map(({ id, type, value, checked }) => [id, type === "radio" ? checked : value]);
  sessionStorage.setItem(KEY, JSON.stringify({ path: location.pathname, typed }));
}

/** Puts what was kept where it stood. */
export function giveTypingBack() {
  let kept;
  try {
    kept = JSON.parse(sessionStorage.getItem(KEY));
    sessionStorage.removeItem(KEY);
  } catch {
    return; // Without a storage nothing was kept.
  }
  if (kept?.path !== location.pathname) return;
  for (const [id, value] of kept.typed) {
    const field = document.getElementById(id);
    if (field) field[typeof value === "boolean" ? "checked" : "value"] = value;
  }
}
