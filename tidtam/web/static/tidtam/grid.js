/* The grid of a round: moves between squares, takes a block from a spreadsheet, keeps each square as soon as
   it is left, and holds what could not be sent in this device until it can. The form works without it. */
"use strict";
(() => {
  const form = document.querySelector("form.grid");
  if (!form) return;
  document.documentElement.classList.add("script");
  const table = form.querySelector("table.squares");
  const said = document.getElementById("grid-said");
  const say = form.dataset;
  const BATCH = 40;
  const AGAIN_AFTER = 15000;

  // The inputs as rows (places) and columns (lines), null where there is nothing to type.
  const squares = [...table.tBodies[0].rows].map((row) =>
    [...row.cells].slice(1).map((cell) => cell.querySelector("input:not([type=hidden])")));
  const spot = new Map();
  squares.forEach((row, r) => row.forEach((input, c) => input && spot.set(input, [r, c])));
  const nameOf = (input) => input.name.slice(2);
  const inputOf = (name) => form.elements["n|" + name];
  const seenOf = (name) => form.elements["s|" + name];
  const saysOf = (name) => document.getElementById("w|" + name);
  const shownOf = (name) => seenOf(name).value.replace(/^[0-9]+:/, "");

  // What is not kept by the server yet: name -> {value, seen}. It outlives the page, each square under a key
  // of its own, so that two tabs never overwrite what the other holds.
  const waiting = {};
  const keyOf = (name) => `${say.storage}|${name}`;
  const onDevice = (work) => { try { work(); } catch { /* a device that keeps nothing still sends */ } };
  const hold = (name, value, seen) => {
    waiting[name] = { value, seen };
    onDevice(() => localStorage.setItem(keyOf(name), JSON.stringify(waiting[name])));
  };
  const letGo = (name) => {
    delete waiting[name];
    onDevice(() => localStorage.removeItem(keyOf(name)));
  };
  onDevice(() => Object.keys(localStorage).filter((key) => key.startsWith(keyOf(""))).forEach((key) => {
    waiting[key.slice(keyOf("").length)] = JSON.parse(localStorage.getItem(key));
  }));

  const isTyped = (name) => inputOf(name).value.trim() !== shownOf(name);
  const note = (name) => {
    if (isTyped(name)) hold(name, inputOf(name).value, seenOf(name).value);
    else letGo(name);
  };

  const tell = (name, parts, className = "") => {
    const says = saysOf(name);
    if (!says) return;
    says.replaceChildren(...parts);
    says.classList.toggle("unsent", className === "unsent");
  };
  const text = (words, className) => {
    const span = document.createElement("span");
    span.textContent = words;
    if (className) span.className = className;
    return span;
  };
  const button = (words, press) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "mild";
    made.textContent = words;
    made.addEventListener("click", press);
    return made;
  };
  const summary = (trouble) => {
    const wrong = Object.keys(waiting).filter((name) => stuck.has(name)).length;
    const left = Object.keys(waiting).length - wrong;
    const words = [left ? say.waiting.replace("{n}", left) : "", wrong ? say.wrong.replace("{n}", wrong) : ""];
    said.textContent = trouble || words.filter(Boolean).join(" ") || say.allSaved;
  };

  // Sending: one request at a time, so that answers come in the order of what was typed.
  const stuck = new Set(); // told what is wrong: sent again only when changed
  let typing = ""; // half a number is not sent
  let sending = false;
  let timer = 0;
  const ready = () => Object.keys(waiting).filter((name) => !stuck.has(name) && name !== typing);
  const send = async () => {
    const names = ready().slice(0, BATCH);
    if (sending || !names.length) return;
    sending = true;
    clearTimeout(timer);
    timer = 0;
    const body = new URLSearchParams();
    const sent = {};
    for (const name of names) {
      sent[name] = waiting[name].value;
      body.set("n|" + name, waiting[name].value);
      body.set("s|" + name, waiting[name].seen);
      tell(name, [text(say.saving)]);
    }
    try {
      const answer = await fetch(say.square, {
        method: "POST", body, redirect: "error",
        headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value, Accept: "application/json" },
      });
      const isOurs = (answer.headers.get("Content-Type") || "").includes("json");
      if (!isOurs) { unsent(names, answer.status === 403 ? say.signIn : ""); return; }
      const told = await answer.json();
      told.squares.forEach((one) => settle(one, sent[one.name]));
      // What a form says was not changed gets no answer: it stands there already.
      names.filter((name) => !told.squares.some((one) => one.name === name)).forEach((name) => drop(name, sent[name]));
      summary();
    } catch {
      unsent(names, "");
    } finally {
      sending = false;
    }
    if (ready().length && !timer) send();
  };
  const unsent = (names, trouble) => {
    names.forEach((name) => tell(name, [text(say.keptHere)], "unsent"));
    summary(trouble);
    timer = setTimeout(() => { timer = 0; send(); }, AGAIN_AFTER);
  };
  const drop = (name, value) => {
    if (waiting[name] && waiting[name].value === value) letGo(name);
  };

  const settle = (one, value) => {
    const input = inputOf(one.name);
    if (one.problems.length) { refuse(one, value, input); return; }
    if (seenOf(one.name)) seenOf(one.name).value = one.seen;
    drop(one.name, value);
    if (!input || input.tagName !== "INPUT") { tell(one.name, [text(one.state)]); return; }
    if (input.value === value) input.value = one.number;
    else hold(one.name, input.value, one.seen);
    input.removeAttribute("aria-invalid");
    tell(one.name, [text(say.saved)]);
  };
  const refuse = (one, value, input) => {
    stuck.add(one.name);
    const isField = input && input.tagName === "INPUT";
    if (isField) input.setAttribute("aria-invalid", "true");
    const parts = one.problems.map((problem) => text(`◆ ${problem.what} ${problem.do}`, "wrong"));
    if (one.fixed) parts.unshift(text(`“${value}”`));
    if (one.conflict && !one.fixed) {
      parts.push(button(say.mine.replace("{n}", value.trim() || say.empty), () => choose(one, input.value)));
      parts.push(button(say.now.replace("{n}", one.number || say.empty), () => choose(one, one.number)));
    } else if (one.fixed) {
      parts.push(button(say.now.replace("{n}", one.number || say.empty), () => choose(one, one.number)));
    }
    tell(one.name, parts);
  };
  // Either way the choice is made from what stands there now.
  const choose = (one, value) => {
    stuck.delete(one.name);
    if (seenOf(one.name)) {
      seenOf(one.name).value = one.seen;
      inputOf(one.name).value = value;
      inputOf(one.name).removeAttribute("aria-invalid");
      note(one.name);
    } else letGo(one.name);
    tell(one.name, waiting[one.name] ? [] : [text(say.saved)]);
    summary();
    send();
  };

  form.addEventListener("input", ({ target }) => {
    if (!spot.has(target)) return;
    typing = nameOf(target);
    stuck.delete(typing);
    note(typing);
  });
  form.addEventListener("focusout", ({ target }) => {
    if (!spot.has(target)) return;
    typing = "";
    send();
  });
  form.addEventListener("focusin", ({ target }) => { if (spot.has(target)) target.select(); });
  window.addEventListener("online", send);

  // On a desk few places stand side by side, with the lines as rows; on a phone the lines of a place follow
  // each other. Only many places on a desk are rows themselves.
  const linesAreRows = () => table.classList.contains("few") || matchMedia("(max-width: 59.99rem)").matches;
  const at = (row, column) => (linesAreRows() ? (squares[column] || [])[row] : (squares[row] || [])[column]);
  const seen = (input) => { const [r, c] = spot.get(input); return linesAreRows() ? [c, r] : [r, c]; };
  const sizes = () => {
    const [rows, columns] = [squares.length, squares[0] ? squares[0].length : 0];
    return linesAreRows() ? [columns, rows] : [rows, columns];
  };
  const move = (input, down, right) => {
    const [rows, columns] = sizes();
    let [row, column] = seen(input);
    for (;;) {
      row += down;
      column += right;
      if (row < 0 || column < 0 || row >= rows || column >= columns) return;
      const next = at(row, column);
      if (next) { next.focus(); return; }
    }
  };
  form.addEventListener("keydown", (event) => {
    const input = event.target;
    if (!spot.has(input) || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const all = input.selectionStart === 0 && input.selectionEnd === input.value.length;
    const atStart = all || input.selectionEnd === 0;
    const atEnd = all || input.selectionStart === input.value.length;
    const ways = { ArrowDown: [1, 0], ArrowUp: [-1, 0], Enter: [event.shiftKey ? -1 : 1, 0] };
    if (atStart) ways.ArrowLeft = [0, -1];
    if (atEnd) ways.ArrowRight = [0, 1];
    const way = ways[event.key];
    if (!way || (event.shiftKey && event.key !== "Enter")) return;
    event.preventDefault();
    move(input, ...way);
    if (event.key === "Enter" && typing) { typing = ""; send(); } // there was nowhere to go
  });

  // A block of a spreadsheet: lines of values parted by tabs, laid down from the square that has the focus.
  form.addEventListener("paste", (event) => {
    const input = event.target;
    if (!spot.has(input)) return;
    const block = event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n$/, "");
    if (!/[\t\n]/.test(block)) return;
    event.preventDefault();
    const [top, left] = seen(input);
    block.split("\n").forEach((line, down) => line.split("\t").forEach((value, right) => {
      const target = at(top + down, left + right);
      if (!target) return;
      target.value = value.trim();
      stuck.delete(nameOf(target));
      note(nameOf(target));
    }));
    typing = "";
    send();
  });

  // What this device still holds from before goes back into its squares, and out.
  for (const [name, kept] of Object.entries(waiting)) {
    const input = inputOf(name);
    if (input && input.tagName === "INPUT" && !input.hasAttribute("aria-invalid")) input.value = kept.value;
  }
  if (Object.keys(waiting).length) { summary(); send(); }
})();
