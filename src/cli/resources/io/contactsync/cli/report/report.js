"use strict";
const PAGE = 50;
const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

function live(table) {
  const body = table.tBodies[0];
  const rows = [...body.rows].map(row => ({ row, text: row.textContent.toLowerCase(), kind: row.dataset.kind || "" }));
  const tools = document.getElementById(table.dataset.tools);
  const search = tools.querySelector("input");
  const kinds = [...tools.querySelectorAll("button[data-kind]")];
  const [back, on] = tools.querySelectorAll("button[data-step]");
  const told = tools.querySelector("output");
  let shown = rows, first = 0, kind = "", printed = false;

  function show() {
    const last = Math.min(first + PAGE, shown.length);
    body.replaceChildren(...(printed ? shown : shown.slice(first, last)).map(each => each.row));
    told.textContent = shown.length === 0 ? "no row fits" : `${(first + 1).toLocaleString("en")}–${last.toLocaleString("en")} of ${shown.length.toLocaleString("en")}`;
    back.disabled = first === 0;
    on.disabled = last >= shown.length;
    back.hidden = on.hidden = shown.length <= PAGE;
  }

  function filter() {
    const words = search.value.toLowerCase().split(/\s+/).filter(word => word);
    shown = rows.filter(each => (kind === "" || each.kind === kind) && words.every(word => each.text.includes(word)));
    first = 0;
    show();
  }

  function value(each, column, counted) {
    const text = each.row.cells[column].textContent.trim();
    return counted ? Number(text.replace(/[^0-9.-]/g, "")) || 0 : text;
  }

  function sort(head, column) {
    const down = head.getAttribute("aria-sort") === "ascending";
    const counted = head.classList.contains("n");
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const keyed = rows.map(each => [value(each, column, counted), each]);
    keyed.sort(([a], [b]) => (counted ? a - b : collator.compare(a, b)) * (down ? -1 : 1));
    keyed.forEach(([, each], place) => { rows[place] = each; });
    filter();
  }

  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(head, column));
    head.append(button);
  });
  kinds.forEach(button => button.addEventListener("click", () => {
    kind = button.dataset.kind;
    kinds.forEach(other => other.setAttribute("aria-pressed", String(other === button)));
    filter();
  }));
  search.addEventListener("input", filter);
  back.addEventListener("click", () => { first -= PAGE; show(); });
  on.addEventListener("click", () => { first += PAGE; show(); });
  for (const [event, all] of [["beforeprint", true], ["afterprint", false]]) addEventListener(event, () => { printed = all; show(); });
  tools.hidden = false;
  show();
  table.classList.add("live");
}

document.querySelectorAll("table[data-tools]").forEach(live);
