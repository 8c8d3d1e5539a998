// The keyboard of the counter. Four digits and Enter lead to the row, Enter or a figure marks it, and the search box has the focus again.
(() => {
  const search = () => document.getElementById("search");
  let towards = null;

  const firstRow = () => document.querySelector("#people .person button");

  document.addEventListener("submit", (event) => {
    if (event.target.id === "finder") towards = "row";
    else if (event.target.closest(".marks")) towards = "search";
  });

  document.addEventListener("htmx:afterSettle", () => {
    if (towards === "row") firstRow()?.focus();
    if (towards === "search") search()?.select();
    towards = null;
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
