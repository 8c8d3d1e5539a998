// The posting desk without a mouse. Everything here is also a button or a field that works without it.
"use strict";
(() => {
  const form = document.getElementById("grid");
  if (!form) return;
  const rows = document.getElementById("rows");
  const blank = document.getElementById("blank");
  const BLANK_NUMBER = /(?<=[-=])0(?=["\s])/g;
  let dirty = false;

  const rowOf = (field) => field.closest("fieldset.row");
  const columnOf = (field) => field.name.split("-")[0];
  const fieldOf = (row, column) => row.querySelector(`[name^="${column}-"]:not([type=hidden])`);
  const isBlank = (row) => !row.querySelector("[name^=ref-]") &&
    ["title", "employer", "hours", "pay", "heads", "place"].every((column) => !fieldOf(row, column)?.value);

  function addRow() {
    const numbers = [...rows.querySelectorAll("[name^=title-]")].map((field) => Number(field.name.split("-")[1]));
    const number = Math.max(0, ...numbers) + 1;
    const made = document.createElement("template");
    made.innerHTML = blank.innerHTML.replace(BLANK_NUMBER, number);
    const row = made.content.firstElementChild;
    row.querySelector("legend").textContent = row.querySelector("legend").textContent.replace(/\d+/, rows.children.length + 1);
    rows.append(row);
    htmx.process(row);
    return row;
  }

  const nextRow = (row) => row.nextElementSibling ?? addRow();

  function go(row, column) {
    const field = row && (fieldOf(row, column) ?? fieldOf(row, "title"));
    field?.focus();
    field?.select?.();
  }

  form.addEventListener("keydown", (event) => {
    const field = event.target, row = rowOf(field);
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit(document.getElementById("publish"));
    } else if (event.key === "Enter" && field.closest(".employer-fields") && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit(document.getElementById("register"));
    } else if (!row || event.isComposing || field.tagName === "BUTTON") {
      return;
    } else if (event.key === "Enter") {
      event.preventDefault();
      go(nextRow(row), "title");
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && (event.ctrlKey || (field.type === "text" && !field.list))) {
      event.preventDefault();
      go(event.key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling, columnOf(field));
    }
  });

  form.addEventListener("input", (event) => {
    dirty = true;
    const row = rowOf(event.target);
    if (row && row === rows.lastElementChild && !isBlank(row)) addRow();
  });

  document.getElementById("add").addEventListener("click", (event) => {
    event.preventDefault();
    go(addRow(), "title");
  });

  rows.addEventListener("click", (event) => {
    const button = event.target.closest(".remove"), row = button && rowOf(button);
    if (!row || row.querySelector("[name^=ref-]")) return;
    event.preventDefault();
    const next = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    go(next ?? addRow(), "title");
  });

  // An impatient second press sends nothing. The button must still be alive while its name is put into the form.
  const buttons = form.querySelectorAll("button");
  form.addEventListener("submit", () => {
    dirty = false;
    setTimeout(() => buttons.forEach((button) => { button.disabled = true; }));
  });
  window.addEventListener("pageshow", () => buttons.forEach((button) => { button.disabled = false; }));
  window.addEventListener("beforeunload", (event) => { if (dirty) event.preventDefault(); });
  if (!form.querySelector("[autofocus]") && matchMedia("(pointer: fine)").matches) go(rows.firstElementChild, "title");
})();
