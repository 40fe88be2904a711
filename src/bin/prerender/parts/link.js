// Where the WASM calls for its other parts. How they are got is in a file of its own, which comes with the first of them: it is a
// list of names and digests, and those do not compress. The build puts them in here (parts/link.rs).

import { initSync } from "./app.js";

const url = new URL("PARTS_URL", import.meta.url);
const integrity = "PARTS_INTEGRITY";

let list; // Asked for once, however many parts are wanted at the same time: a shared one must not be there twice.

// import() checks no digest, hence the file is fetched before. It comes from the cache then.
const getList = async () => {
  const [answer] = await Promise.all([fetch(url, { integrity }), getStyles()]);
  if (!answer.ok) throw new Error(answer.status);
  const { ways } = await import(url);
  return ways(initSync);
};

// Nothing is shown before its styles are here, if they can be had: without them it still works.
const getStyles = () =>
  new Promise((done) => {
    const styles = document.getElementById("styles")?.content.firstChild;
    if (!styles) return done();
    styles.onload = styles.onerror = done;
    document.head.append(styles);
  });

const wayTo = (part) => async (told, what) => {
  const mine = (list ??= getList());
  try {
    const ways = await mine;
    ways[part](told, what);
  } catch (error) {
    console.error(error);
    // So the app hears that it cannot be had. It may ask again.
    if (list === mine) list = undefined;
    initSync().__indirect_function_table.get(told)(what, false);
  }
};
