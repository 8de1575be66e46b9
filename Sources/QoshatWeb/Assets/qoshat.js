"use strict";

// Long work: shows how far it has come, and the result when it is over.
(() => {
  const box = document.querySelector("[data-progress]");
  if (!box) return;
  const bar = box.querySelector("progress");
  const text = box.querySelector("#progress-text");
  const look = async () => {
    try {
      const answer = await fetch(box.dataset.progress, { cache: "no-store" });
      if (answer.ok) {
        const now = await answer.json();
        bar.value = now.percent;
        if (text.textContent !== now.text) text.textContent = now.text;
        if (now.state !== "waiting" && now.state !== "running") {
          location.reload();
          return;
        }
      }
    } catch {
      // The server may be starting anew; the next look tells.
    }
    setTimeout(look, 1000);
  };
  setTimeout(look, 500);
})();
