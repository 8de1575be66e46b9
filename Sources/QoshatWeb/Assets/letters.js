"use strict";

// Letters in their frames are as wide as these: a sheet is wider than half a window.
const fitLetters = (() => {
  const fit = (frame) => {
    const page = frame.contentDocument;
    if (!page || !page.body) return;
    page.documentElement.style.zoom = 1;
    const width = page.documentElement.scrollWidth;
    if (width > frame.clientWidth) page.documentElement.style.zoom = frame.clientWidth / width;
  };
  const widths = new ResizeObserver((entries) => entries.forEach((entry) => fit(entry.target)));
  return () => {
    for (const frame of document.querySelectorAll("iframe[data-preview]")) {
      widths.observe(frame);
      frame.addEventListener("load", () => fit(frame));
      fit(frame);
    }
  };
})();
fitLetters();

// The form of a letter: saves while one writes, keeps what could not be saved, and shows the letter as it is by now.
// Without this script its buttons do the same.
(() => {
  const form = document.getElementById("letter");
  if (!form) return;
  const state = () => document.getElementById("save-state");
  const version = () => document.getElementById("version");
  const memory = "qoshat-letter-" + form.dataset.letter;
  const patience = 2000;
  const again = 5000;
  let timer = 0;
  let running = null;
  // Counts what was typed, so that an answer knows whether it is about all of it.
  let typed = 0;
  let confirmed = 0;
  // The version that somebody else saved meanwhile; until the user has decided, nothing is sent.
  let other = null;
  // What an earlier page could not save; it is sent in place of what the form holds.
  let kept = null;

  const say = (text, isBad) => {
    const element = state();
    if (!element) return;
    element.textContent = text;
    element.classList.toggle("bad", isBad === true);
  };

  // What browsers send, without files.
  const fields = () => [...new FormData(form).entries()].filter(([, value]) => typeof value === "string");

  const remember = () => {
    try {
      localStorage.setItem(memory, JSON.stringify({ version: version().value, fields: fields() }));
    } catch {
      // A full or forbidden store: then the page alone keeps the text.
    }
  };

  const forget = () => localStorage.removeItem(memory);

  const changed = (event) => {
    if (event && event.target.closest && event.target.closest(".search")) return;
    typed += 1;
    remember();
    clearTimeout(timer);
    // A choice may ask for other fields, which are wanted at once.
    const isChoice = event && event.type === "change" && event.target.matches("select, [type=checkbox]");
    if (other === null) timer = setTimeout(() => save("save"), isChoice ? 0 : patience);
  };

  async function save(command) {
    clearTimeout(timer);
    if (running) await running;
    const held = kept || fields();
    const own = ["formToken", "do", ...(kept && other === null ? [] : ["version"])];
    const values = held.filter(([name]) => !own.includes(name));
    values.push(["formToken", form.elements.formToken.value], ["do", command]);
    if (own.includes("version")) values.push(["version", version().value]);
    running = send(values, command);
    const isDone = await running;
    running = null;
    if (isDone && kept) {
      forget();
      sessionStorage.setItem(memory, "restored");
      location.reload();
    }
    return isDone;
  }

  async function send(values, command) {
    const asked = typed;
    say(form.dataset.saving);
    try {
      const response = await fetch(form.action, {
        method: "POST",
        headers: { Accept: "application/json", "X-Form-Token": form.elements.formToken.value },
        body: new URLSearchParams(values),
        credentials: "same-origin",
      });
      const isJSON = (response.headers.get("Content-Type") || "").startsWith("application/json");
      const answer = isJSON ? await response.json() : null;
      if (response.status === 409 && answer && answer.html) return overtaken(answer);
      if (!response.ok || !answer) throw new Error((answer && answer.message) || "");
      confirmed = asked;
      version().value = answer.version;
      if (confirmed === typed) forget();
      else remember();
      show(answer, command);
      return true;
    } catch (error) {
      say(error.message && error.name === "Error" ? error.message : form.dataset.unsaved, true);
      timer = setTimeout(() => save("save"), again);
      return false;
    }
  }

  const overtaken = (answer) => {
    other = answer.version;
    const page = new DOMParser().parseFromString(answer.html, "text/html");
    replaceContent("conflict", page);
    say(form.dataset.unsaved, true);
    document.getElementById("conflict").scrollIntoView({ block: "nearest" });
    return false;
  };

  const replaceContent = (id, page) => {
    const [old, fresh] = [document.getElementById(id), page.getElementById(id)];
    if (old && fresh && old.innerHTML !== fresh.innerHTML) old.replaceChildren(...fresh.childNodes);
  };

  // Takes from the page of the server what is said about the text, and leaves the text itself alone.
  const show = (answer, command) => {
    const page = new DOMParser().parseFromString(answer.html, "text/html");
    const isEdit = /^(add|remove|raise|search|pick):/.test(command);
    if (isEdit) {
      replaceContent("fields", page);
      prepare();
    }
    for (const fresh of page.querySelectorAll("[data-sync]")) {
      const old = document.getElementById(fresh.id);
      if (!old) continue;
      if (fresh.dataset.sync === "content") replaceContent(fresh.id, page);
      if (fresh.dataset.sync === "hidden") old.hidden = fresh.hidden;
      if (fresh.dataset.sync === "state") {
        const invalid = fresh.getAttribute("aria-invalid");
        if (invalid) old.setAttribute("aria-invalid", invalid);
        else old.removeAttribute("aria-invalid");
      }
    }
    for (const input of document.querySelectorAll("form:not(#letter) input[name=version]")) input.value = answer.version;
    refresh(answer.version);
    if (isEdit) focusAfter(command);
  };

  const focusAfter = (command) => {
    const [action, path] = [command.slice(0, command.indexOf(":")), command.slice(command.indexOf(":") + 1)];
    const list = document.getElementById("f-" + path.replace(action === "add" ? "" : /\[\d+\]$/, ""));
    if (!list) return;
    const items = [...list.querySelectorAll(".item")];
    const item = action === "add" ? items.at(-1) : list;
    const target = item && item.querySelector("input:not([type=hidden]), select, textarea");
    (target || list).focus();
  };

  // A letter is loaded behind the one that is seen, and takes its place where that was scrolled to.
  const refresh = (number) => {
    for (const frame of document.querySelectorAll("iframe[data-preview]")) {
      const address = new URL(frame.src);
      if (address.searchParams.get("version") === String(number)) continue;
      address.searchParams.set("version", number);
      address.hash = "";
      frame.parentElement.querySelectorAll("iframe.next").forEach((late) => late.remove());
      const next = frame.cloneNode(false);
      next.removeAttribute("name");
      next.classList.add("next");
      next.src = address.href;
      next.addEventListener("load", () => {
        if (!next.isConnected) return;
        const place = frame.contentWindow ? frame.contentWindow.scrollY : 0;
        const name = frame.name;
        frame.remove();
        next.classList.remove("next");
        fitLetters();
        next.contentWindow.scrollTo(0, place);
        next.name = name;
        next.contentWindow.name = name;
      }, { once: true });
      frame.after(next);
    }
  };

  // A record is either chosen or described, resources come from one source: what is not meant is closed, and not sent.
  const open = (select) => {
    const prefix = select.dataset.opens + "-";
    for (const details of document.querySelectorAll("details.description")) {
      if (!details.id.startsWith(prefix)) continue;
      const isMeant = details.id === prefix + select.value;
      details.open = isMeant;
      if (details.id === prefix + "*") details.querySelector("fieldset").disabled = !isMeant;
    }
  };

  const prepare = () => document.querySelectorAll("select[data-opens]").forEach(open);

  form.addEventListener("input", changed);
  form.addEventListener("change", (event) => {
    if (event.target.matches("select[data-opens]")) open(event.target);
    if (event.target.matches("select, [type=checkbox], [type=date]")) changed(event);
  });
  form.addEventListener("submit", async (event) => {
    const button = event.submitter;
    event.preventDefault();
    if (button && button.hasAttribute("formaction")) {
      // What cannot be saved is not handed in either.
      if (other !== null || !(await save("save"))) return;
      form.action = button.formAction;
      form.submit();
      return;
    }
    const command = button ? button.value : "save";
    if (command === "overwrite" && other !== null) {
      version().value = other;
      document.getElementById("conflict").replaceChildren();
      const isKept = kept !== null;
      if (!isKept) other = null;
      await save("save");
      if (isKept) other = null;
      return;
    }
    if (other === null) await save(command);
  });
  addEventListener("beforeunload", (event) => {
    if (confirmed !== typed && !localStorage.getItem(memory)) event.preventDefault();
  });

  // What an earlier page could not save goes to the server as it was typed; then the page is made of it.
  const restore = () => {
    let found = null;
    try {
      found = JSON.parse(localStorage.getItem(memory));
    } catch {
      forget();
    }
    if (!found) return;
    const text = (list) => JSON.stringify(list.filter(([name]) => name !== "formToken" && name !== "version"));
    if (text(fields()) === text(found.fields)) return forget();
    kept = found.fields;
    document.getElementById("fields").inert = true;
    save("save");
  };

  prepare();
  if (sessionStorage.getItem(memory)) {
    sessionStorage.removeItem(memory);
    say(form.dataset.restored);
  }
  restore();
})();
