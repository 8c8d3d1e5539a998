// The keyboard of the counter. Four digits and Enter lead to the row, Enter or a figure marks it, and the search box has the focus again.
(() => {
  let then = null;

  const toFirstRow = () => document.querySelector("#sheets .person button")?.focus();

  const toSearch = () => document.getElementById("search")?.select();

  // What went wrong keeps the keyboard: at the field, else at the first button.
  const onFrom = (id) => () => {
    const row = document.getElementById(id);
    if (!row?.querySelector(".wrong")) toSearch();
    else (row.querySelector("[aria-invalid]") ?? row.querySelector("button"))?.focus();
  };

  document.addEventListener("submit", (event) => {
    const row = event.target.closest(".person");
    if (event.target.id === "finder") then = toFirstRow;
    else if (row) then = onFrom(row.id);
  });

  document.addEventListener("htmx:afterSettle", () => {
    then?.();
    then = null;
  });

  // 1 came, 2 did not, 3 sent home, 4 paid, 0 undo: for the row in which the focus is.
  document.addEventListener("keydown", (event) => {
    const row = event.target.closest?.(".person");
    if (!row || event.target.matches("input") || event.ctrlKey || event.altKey || event.metaKey) return;
    const button = row.querySelector(`button[data-key="${CSS.escape(event.key)}"]`);
    if (!button) return;
    event.preventDefault();
    button.click();
  });
})();
