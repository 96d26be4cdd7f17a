// Takes the code out of the scanned address, which then shows and remembers it no longer, and puts it into the form.
function take() {
  const code = location.hash.slice(1);
  if (!/^[0-9A-Za-z-]{12,14}$/.test(code)) return;
  document.getElementById("code").value = code;
  document.getElementById("by-hand").hidden = true;
  document.getElementById("scanned").hidden = false;
  for (const link of document.querySelectorAll("nav.languages a")) link.hash = code;
  history.replaceState(null, "", location.pathname + location.search);
}

addEventListener("hashchange", take);
take();
