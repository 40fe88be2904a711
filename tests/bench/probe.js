// Runs in the page before everything else of it: notes when things happen, and does what a person in a hurry does. All times
// are milliseconds since the navigation began.
((subject) => {
  const seen = { paint: null, largest: null, shift: 0, longTasks: 0, lastLongTask: 0, typed: null, pressed: null, answered: null };
  window.bench = seen;
  const observe = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe("paint", ({ name, startTime }) => name === "first-contentful-paint" && (seen.paint = startTime));
  observe("largest-contentful-paint", ({ startTime }) => (seen.largest = startTime));
  observe("layout-shift", ({ value }) => (seen.shift += value));
  observe("longtask", ({ startTime, duration }) => {
    seen.longTasks += duration;
    seen.lastLongTask = startTime + duration;
  });

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
