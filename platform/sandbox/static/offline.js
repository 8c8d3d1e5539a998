// The page asks the gateway every second; when nobody answers, it says so until somebody does.
const banner = document.querySelector(".offline");
document.addEventListener("htmx:sendError", () => { banner.hidden = false; });
document.addEventListener("htmx:beforeOnLoad", () => { banner.hidden = true; });
