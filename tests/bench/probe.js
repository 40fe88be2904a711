// Runs in the page before everything else of it: notes when things happen, and does what a person in a hurry does. All times
// are milliseconds since the navigation began.
((subject) => {
  const seen = { paint: null, largest: null, shift: 0, longTasks: 0, typed: null, pressed: null, answered: null };
  window.bench = seen;
  let lastSeen = 0; // When something was last on the way, or kept the page busy.
  const observe = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe("paint", ({ name, startTime }) => name === "first-contentful-paint" && (seen.paint = startTime));
  observe("largest-contentful-paint", ({ startTime }) => (seen.largest = startTime));
  observe("layout-shift", ({ value }) => (seen.shift += value));
  observe("longtask", ({ startTime, duration }) => {
    seen.longTasks += duration;
    lastSeen = Math.max(lastSeen, startTime + duration);
  });
  observe("resource", ({ responseEnd }) => (lastSeen = Math.max(lastSeen, responseEnd)));

  const isDone = () =>
    document.readyState === "complete" &&
    (!subject.field || seen.typed !== null) &&
    (!subject.presses || seen.answered !== null);

  // Whoever measures asks for this once, and for nothing else before: each question would take time of the page's. Fulfilled when all
  // of it is done and nothing has happened for a while.
  window.benchRests = async () => {
    let since = null;
    for (;;) {
      const now = performance.now();
      since = isDone() ? (since ?? now) : null;
      if (since !== null && now - Math.max(since, lastSeen) >= subject.rest) return;
      await new Promise((done) => setTimeout(done, 200));
    }
  };

  const find = (selector) => {
    const element = selector && document.querySelector(selector);
    return element?.checkVisibility({ visibilityProperty: true }) && !element.disabled ? element : null;
  };

  // Whoever types is not asked whether the page is ready. What does not stay is typed again, and only the last time counts.
  const types = () => {
    const field = find(subject.field);
    if (!field || field.value.includes(subject.typing)) return false;
    field.focus();
    document.execCommand("insertText", false, subject.typing);
    if (field.value.includes(subject.typing)) seen.typed = performance.now();
    return true;
  };

  // Nobody presses again who sees that something happens.
  let reacted = false;
  const press = () => {
    const button = find(subject.button);
    if (!button || seen.typed === null || reacted || performance.now() - seen.pressed < 100) return;
    if (seen.pressed === null) watch(subject.answer ? button.form : document);
    seen.pressed = performance.now();
    button.click();
  };
  const watch = (root) => {
    const react = () => (reacted = true);
    new MutationObserver(react).observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    addEventListener("invalid", react, true);
    // What a page asks for anyway, to become able to answer, is no reaction.
    if (subject.answer) return;
    for (const [owner, name] of [[window, "fetch"], [XMLHttpRequest.prototype, "send"]]) {
      const send = owner[name];
      owner[name] = function (...rest) {
        react();
        return send.apply(this, rest);
      };
    }
  };

  // One frame after the other, as they are seen.
  const look = () => {
    const isAnswered = subject.answer ? find(subject.answer) : reacted;
    if (subject.presses && seen.pressed !== null && isAnswered) {
      seen.answered = performance.now();
      return;
    }
    // What the page makes of the typing is no answer to the press, which comes a frame later.
    if (!types() && subject.presses) press();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})
