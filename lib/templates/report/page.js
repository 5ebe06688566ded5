"use strict";
// Answers "where did this figure come from?", copies a chart's data and sorts a table. The page reads fully without it.
(() => {
  const BASES = { in_month: "In the month", month_end: "At the month’s end", year_to_date: "Financial year to date",
                  rolling_12: "Rolling twelve months", financial_year: "Financial year" };
  const ORIGINS = { counted: "Counted from the rows of the returns", computed: "Calculated from supplied parts",
                    supplied: "Supplied by a return as it stands" };
  const LINES = [["period", "Period"], ["basis", "Basis"], ["value", "Unrounded"], ["parts", "Calculated from"], ["interval", "95% interval"],
                 ["origin", "How it got here"], ["population", "Population"], ["method", "Method"], ["source", "Source"],
                 ["rivals", "Returns disagree"], ["from", "Worked out from"]];
  const dialog = document.getElementById("origin");
  const said = document.getElementById("said");
  const script = document.getElementById("provenance");
  const known = script ? JSON.parse(script.textContent) : {};
  const groups = new Map();

  const element = (name, text, attributes) => Object.assign(document.createElement(name), { textContent: text }, attributes);
  const readable = (key = "") => key.charAt(0).toUpperCase() + key.slice(1).replaceAll("_", " ");

  function recordOf({ measure = "", basis = "", breakdown = "", category = "", month = "", comparator = "", authority = "", period = "" }) {
    const place = breakdown ? `${breakdown}: ${category}` : category;
    const found = known[[measure, basis || comparator || authority, place, month || period].join("|")] || known[[measure, basis, "", month].join("|")]
                  || (authority ? known[[measure, "authority", "", period].join("|")] : undefined);
    const kin = (comparator || authority) && !found ? Object.keys(known).find((key) => key.startsWith(`${measure}|`)) : undefined;
    return { name: kin ? known[kin].name : readable(measure), period: month || period, basis, ...found };
  }

  const spoken = (number) => typeof number === "number" ? number.toLocaleString("en-GB", { maximumFractionDigits: 6 }) : number;

  function partsOf({ numerator, denominator }) {
    if (denominator === undefined) return numerator === undefined ? "" : spoken(numerator);
    return `${numerator === undefined ? "not given" : spoken(numerator)} of ${spoken(denominator)}`;
  }

  const asShown = (figure, value) => Number(figure.textContent.replace(/[^0-9.−-]/g, "").replace("−", "-")) === Number(value);

  function worked(list, breakdown, category) {
    return list.trim().split(/\s+/).filter(Boolean).map((origin) => {
      const [measure, month, basis] = origin.split("@");
      const record = recordOf({ measure, month, basis, breakdown, category });
      return `${record.name}, ${record.period}${record.value === undefined ? "" : ": " + spoken(record.value)}`;
    }).join("; ");
  }

  // Whose figure it is: an authority has a row of its own in a table that sorts, else a column.
  function whose(figure) {
    const cell = figure.closest("td"), table = figure.closest("table");
    return words(table.matches(".sortable") ? cell.parentElement.cells[0] : table.tHead.rows[0].cells[cell.cellIndex]);
  }

  function describe(figure) {
    const marks = figure.dataset;
    const first = (marks.from || "").trim().split(/\s+/)[0].split("@");
    const record = recordOf(marks.measure ? marks : { measure: first[0], month: first[1], basis: first[2], breakdown: marks.breakdown, category: marks.category });
    const derived = { name: record.name, value: figure.value, from: worked(marks.from || "", marks.breakdown, marks.category) };
    const shown = marks.from ? derived : { value: figure.value, ...record, parts: partsOf(record) };
    const more = [marks.category, readable(marks.comparator), marks.authority ? whose(figure) : "", marks.part === "value" ? "" : marks.part].filter(Boolean);
    return { ...shown, heading: [record.name || "This figure", ...more].join(", "), value: asShown(figure, shown.value) ? "" : spoken(shown.value),
             basis: BASES[shown.basis] || shown.basis, origin: ORIGINS[shown.origin] || shown.origin };
  }

  function tell(figure) {
    const answer = describe(figure);
    const list = element("dl", "");
    const lines = LINES.filter(([name]) => ![undefined, null, ""].includes(answer[name]));
    list.append(...lines.flatMap(([name, label]) => [element("dt", label), element("dd", answer[name])]));
    dialog.querySelector(".origin-words").replaceChildren(
      element("h2", answer.heading, { id: "origin-name" }), element("p", figure.textContent, { className: "shown" }), list);
    reach(figure);
    dialog.showModal();
  }

  // One tab stop a table or paragraph; arrow keys move between its figures.
  const groupOf = (figure) => figure.closest("table, [data-words], ol, ul, section, main");

  function mark(figure, reachable) {
    figure.tabIndex = reachable ? 0 : -1;
    figure.role = reachable ? "button" : null;
    figure.ariaHasPopup = reachable ? "dialog" : null;
  }

  function reach(figure) {
    mark(groups.get(groupOf(figure)), false);
    mark(figure, true);
    groups.set(groupOf(figure), figure);
    figure.focus();
  }

  function neighbour(figure, key) {
    const all = [...groupOf(figure).querySelectorAll("data")];
    const step = key === "ArrowRight" || key === "ArrowDown" ? 1 : -1;
    const cell = figure.closest("td, th");
    if (!cell || key === "ArrowLeft" || key === "ArrowRight") return all[all.indexOf(figure) + step];
    const rows = [...cell.closest("table").rows];
    for (let row = rows.indexOf(cell.parentElement) + step; rows[row]; row += step) {
      const below = rows[row].cells[cell.cellIndex];
      if (below && below.querySelector("data")) return below.querySelector("data");
    }
  }

  // A chart's data as tab-separated text.
  const words = (cell) => cell.textContent.trim().replace(/\s+/g, " ");
  const tsvOf = (table) => [...table.rows].map((row) => [...row.cells].map(words).join("\t")).join("\n");

  function copyByHand(text) {
    const area = document.body.appendChild(element("textarea", "", { value: text, className: "unseen" }));
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    if (!copied) throw new Error("the browser refused");
  }

  async function copy(button, table) {
    const text = tsvOf(table);
    try {
      if (navigator.clipboard) await navigator.clipboard.writeText(text).catch(() => copyByHand(text)); else copyByHand(text);
      said.textContent = button.textContent = "Copied";
    } catch (reason) {
      said.textContent = button.textContent = `Not copied: ${reason.message}`;
    }
    button.focus();
    setTimeout(() => { button.textContent = "Copy data"; }, 2500);
  }

  // A table whose headings sort it: by number where a column holds nothing else, what is missing always last, ties in the first order.
  function keyOf(cell) {
    const figure = cell.querySelector("data");
    const text = figure ? figure.value : cell.classList.contains("words") ? "" : cell.textContent.trim();
    return text === "" ? undefined : text;
  }

  function compared(keys) {
    const numbers = keys.every((key) => key === undefined || !Number.isNaN(Number(key)));
    return numbers ? (one, other) => one - other : (one, other) => one.localeCompare(other, "en-GB");
  }

  function sort(table, rows, heading) {
    const direction = heading.ariaSort === "ascending" ? "descending" : "ascending";
    const keyed = rows.map((row) => [row, keyOf(row.cells[heading.cellIndex])]);
    const compare = compared(keyed.map(([, key]) => key));
    const known = keyed.filter(([, key]) => key !== undefined).sort(([, one], [, other]) => compare(one, other) * (direction === "ascending" ? 1 : -1));
    table.tBodies[0].append(...known.map(([row]) => row), ...keyed.filter(([, key]) => key === undefined).map(([row]) => row));
    for (const each of table.tHead.rows[0].cells) each.ariaSort = each === heading ? direction : null;
    said.textContent = `Sorted by ${words(heading)}, ${direction}`;
  }

  for (const table of document.querySelectorAll("table.sortable")) {
    const rows = [...table.tBodies[0].rows];
    for (const heading of table.tHead.rows[0].cells) {
      const button = element("button", heading.textContent, { type: "button", className: "sorts" });
      button.addEventListener("click", () => sort(table, rows, heading));
      heading.replaceChildren(button);
    }
  }

  for (const figure of document.querySelectorAll("main data")) {
    const group = groupOf(figure);
    if (!groups.has(group)) { groups.set(group, figure); mark(figure, true); }
  }
  const fits = (box) => box.firstElementChild.offsetWidth <= box.clientWidth;
  const fit = () => document.querySelectorAll(".table-scroll").forEach((box) => box.classList.toggle("fits", fits(box)));
  window.addEventListener("resize", fit);
  document.addEventListener("toggle", fit, true);
  fit();
  for (const hint of document.querySelectorAll(".hint")) hint.hidden = false;
  for (const details of document.querySelectorAll(".chart-data")) {
    const table = details.querySelector("table");
    if (!table) continue;
    const button = element("button", "Copy data", { type: "button" });
    button.addEventListener("click", () => copy(button, table));
    (table.closest(".table-scroll") || table).before(button);
  }
  document.addEventListener("click", (event) => {
    const figure = event.target.closest("main data");
    if (figure) tell(figure);
  });
  document.addEventListener("keydown", (event) => {
    const figure = event.target.closest("main data");
    const chosen = ["Enter", " "].includes(event.key);
    if (!figure || event.altKey || event.ctrlKey || event.metaKey || !(chosen || event.key.startsWith("Arrow"))) return;
    event.preventDefault();
    const next = neighbour(figure, event.key);
    if (chosen) tell(figure); else if (next) reach(next);
  });
  dialog.querySelector(".close").addEventListener("click", () => dialog.close());
  const current = document.querySelector(".pages [aria-current]");
  if (current) current.closest("ul").scrollLeft = current.offsetLeft - 32;
})();
