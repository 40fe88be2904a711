// Starts the app, and speaks for it when it cannot start or has stopped: plain JavaScript, as it has to work where
// WebAssembly does not. It holds no text of its own, and of file names only that of the list of other code (parts/link.js): the page
// names the files in <link> elements and brings the texts in <template id="failure">. What stands on the page until then is the static page, and stays there.

// The JavaScript side of the WASM. The build names the file (bin/prerender/assets.rs): it is a part of this script, as each request more
// makes people wait.
import startWasm from "app";
import { holdUntilTheAppIsThere } from "./take_over.js";
import { forgetSecrets, forgetSecretsOnLeaving, giveTypingBack, keepTyping } from "./typing.js";

// In milliseconds.
const PAINT_LIMIT = 300;
const START_LIMIT = 20_000;

holdUntilTheAppIsThere();
forgetSecretsOnLeaving();
// The first paint waits for nothing of what follows.
await painted();
// The script runs as soon as it is here, which may be before all of the page is (`async`).
if (document.readyState === "loading") await new Promise((parsed) => document.addEventListener("DOMContentLoaded", parsed));

const link = (selector) => document.querySelector(`link${selector}`);
// What the page gets ahead for the app. The first is the code that starts.
const files = [...document.querySelectorAll('link[as="fetch"]')];
const needed = files.filter(({ dataset }) => "needed" in dataset);
const read = files.filter(({ type }) => type === "application/json");
// A file of texts that came with the page.
const texts = document.getElementById("texts");
// All of the code once more, as JavaScript. A build for development has none.
const fallback = document.getElementById("more-files").content.querySelector("[data-fallback]");

// What the app reads when it starts, by the address that the page has for it. The app takes it from here (src/browser/site.rs), once:
// asking the browser again for what is here already took a tenth of the time until a press was answered.
const contents = new Map([[texts.dataset.file, new TextEncoder().encode(texts.content.textContent)]]);
globalThis.takeFile = (path) => {
  const content = contents.get(path);
  contents.delete(path);
  return content;
};
// Any other file of the site.
globalThis.getFile = async (path) => contentOf(await fetchFile({ href: path, dataset: {} }));
// What the app wants to get may have gone with a deploy. Says whether it is worth while to load the page again, which is being done then.
globalThis.loadAgain = () => reloadOnce([]);

giveTypingBack();
start();

// Where nothing is painted, as in a tab in the background, the app begins soon as well.
function painted() {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, PAINT_LIMIT);
  });
}

async function start() {
  addEventListener("error", (event) => stopIfCrashed(event.error));
  addEventListener("unhandledrejection", (event) => stopIfCrashed(event.reason));
  // The app may still arrive after this message; it then takes the message's place.
  setTimeout(() => "started" in document.documentElement.dataset || tell("slow"), START_LIMIT);
  if (typeof WebAssembly !== "object") return startAsJavaScript("unsupported");

  let response;
  try {
    // The app gets other code by itself; without it, it could not even say that it is missing.
    [response] = await Promise.all(files.map(get));
  } catch {
    // If it was no deploy, something on the way lets no WebAssembly through.
    return (await reloadOnce(needed)) || startAsJavaScript("load");
  }
  document.addEventListener("app-mounted", getWhatComesNext, { once: true });
  try {
    await startWasm({ module_or_path: response });
  } catch (error) {
    // Nothing has run yet: it is an old browser, or a policy forbids WebAssembly, of which Safari makes an EvalError.
    const isRefused = error instanceof WebAssembly.CompileError || error instanceof EvalError;
    return isRefused ? startAsJavaScript("unsupported") : tell("stopped");
  }
}

// The same app, where there is no WebAssembly or it may not be used. It waits for no file of the other one.
async function startAsJavaScript(failure) {
  if (!fallback) return tell(failure);
  document.removeEventListener("app-mounted", getWhatComesNext);
  // Here everything comes at once.
  const styles = document.getElementById("styles");
  if (styles) document.head.append(styles.content);
  try {
    await Promise.all([fetchFile(fallback), ...read.map(get)]);
  } catch {
    return (await reloadOnce([fallback, ...needed.filter((file) => read.includes(file))])) || tell("load");
  }
  try {
    // import() checks no digest, hence the file was fetched before. It comes from the cache now. A `modulepreload` with `integrity`
    // could do both, but not in every browser that has a Lockdown Mode.
    await import(fallback.href);
  } catch (error) {
    tell(error instanceof SyntaxError ? "unsupported" : "stopped");
  }
}

// What is probably needed next is got when there is nothing else to do.
function getWhatComesNext() {
  const ask = () => document.head.append(document.getElementById("later").content);
  if (!navigator.connection?.saveData) (globalThis.requestIdleCallback ?? setTimeout)(ask);
}

// The app can say what else is missing.
async function get(file) {
  try {
    const response = await fetchFile(file);
    if (read.includes(file)) contents.set(file.getAttribute("href"), await contentOf(response));
    return response;
  } catch (error) {
    if (needed.includes(file)) throw error;
  }
}

async function fetchFile({ href, dataset }) {
  // Browsers ignore `integrity` on a preload of this kind, hence it is checked here.
  const response = await fetch(href, { integrity: dataset.integrity });
  if (!response.ok) throw new Error(response.status);
  return response;
}

async function contentOf(response) {
  return new Uint8Array(await response.arrayBuffer());
}

// A panic in Rust arrives as an error. The app must not be called again after it.
function stopIfCrashed(error) {
  if (isCrash(error)) tell("stopped");
}

// The app as JavaScript has only an Error "abort" for it.
function isCrash(error) {
  const { RuntimeError } = globalThis.WebAssembly ?? {};
  return (RuntimeError && error instanceof RuntimeError) || (error instanceof Error && error.message === "abort");
}

// After a deploy an open page or a cache may name files that are gone or changed. Once for each build only, or a
// lasting fault would reload for ever.
async function reloadOnce(files) {
  const key = `reloaded for ${import.meta.url}`;
  try {
    if (sessionStorage.getItem(key)) return false;
    const urls = [location.pathname, ...files.map((file) => file.href)];
    // Replaces what is cached. It throws when the line is down: our message then says more than the browser's page.
    const answers = await Promise.all(urls.map((url) => fetch(url, { cache: "reload" })));
    // It is there and kept from us (RFC 9110, section 15.5.4): that stays so.
    if (answers.some(({ status, url }) => status === 403 && url.endsWith(".wasm"))) return false;
    sessionStorage.setItem(key, "yes");
    keepTyping();
  } catch {
    return false;
  }
  location.reload();
  return true;
}

// Shows a failure text of the page above everything, and moves the focus to it. What can be read without the app stays;
// forms, which can do nothing any more, go away, unless there is still hope.
function tell(failure) {
  const main = document.querySelector("#app main");
  if (main.querySelector(`[data-failure="${failure}"]`)) return;
  main.querySelector(".failure")?.remove();

  const message = document.getElementById("failure").content.firstElementChild.cloneNode(true);
  for (const text of message.querySelectorAll(`[data-failure]:not([data-failure="${failure}"])`)) text.remove();
  message.querySelector("button").addEventListener("click", () => location.reload());
  if (failure !== "slow") {
    forgetSecrets();
    // An article is complete as it is; every other screen leads nowhere now.
    if (!main.querySelector("article")) main.replaceChildren();
  }
  main.prepend(message);
  message.focus();
  offerContact(message.querySelector("a"));
}

// The contact is the operator's; without one in config.json the link stays hidden.
async function offerContact(anchor) {
  try {
    const { links } = await (await fetch(link('[href="/config.json"]').href)).json();
    if (!/^(https|mailto|tel):/.test(links.support)) return;
    anchor.href = links.support;
    anchor.hidden = false;
  } catch {
    // The message is complete without it.
  }
}
