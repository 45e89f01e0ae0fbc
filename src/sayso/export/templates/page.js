"use strict";
(() => {
  const cards = [...document.querySelectorAll(".card")];
  const keys = document.getElementById("keys");
  let chosen = null;

  const section = (element) => element.closest(".report");
  const cardOf = (report, number) => report.querySelector(`.card[data-number="${number}"]`);
  // data-st of a stretch: "2=content,quoted 3=source" says what it is in which statements.
  const rolesOf = (stretch) => new Map(stretch.dataset.st.split(" ").map((role) => role.split("=")));
  const refOf = (card) => document.getElementById(card.id.replace("card-", ""));

  function clear() {
    for (const one of document.querySelectorAll(".chosen")) {
      one.classList.remove("chosen", ...[...one.classList].filter((name) => name.startsWith("is-")));
      one.style.removeProperty("--c");
    }
    if (chosen) {
      chosen.querySelector("details").open = false;
      chosen.removeAttribute("aria-current");
    }
    chosen = null;
  }

  function choose(card) {
    clear();
    chosen = card;
    card.classList.add("chosen");
    card.setAttribute("aria-current", "true");
    card.querySelector("details").open = true;
    const colour = getComputedStyle(card).getPropertyValue("--c");
    for (const stretch of section(card).querySelectorAll("[data-st]")) {
      const parts = rolesOf(stretch).get(card.dataset.number);
      if (!parts) continue;
      stretch.classList.add("chosen", ...parts.split(",").map((part) => "is-" + part));
      stretch.style.setProperty("--c", colour);
    }
    history.replaceState(null, "", "#" + card.id.replace("card-", ""));
  }

  function showText(card) {
    choose(card);
    card.scrollIntoView({ block: "nearest" });
    const ref = refOf(card);
    if (ref) {
      ref.scrollIntoView({ block: "center" });
      ref.focus({ preventScroll: true });
    }
  }

  function showCard(card) {
    choose(card);
    card.scrollIntoView({ block: "nearest" });
    card.focus({ preventScroll: true });
  }

  function step(by) {
    if (!cards.length) return;
    const at = chosen ? cards.indexOf(chosen) + by : by > 0 ? 0 : cards.length - 1;
    const card = cards[Math.max(0, Math.min(cards.length - 1, at))];
    showCard(card);
    const ref = refOf(card);
    if (ref) ref.scrollIntoView({ block: "center" });
  }

  // The innermost statement of a stretch comes first; clicking again goes outwards, and round.
  function ofStretch(stretch) {
    const numbers = [...rolesOf(stretch).keys()];
    const at = chosen && section(chosen) === section(stretch) ? numbers.indexOf(chosen.dataset.number) : -1;
    return cardOf(section(stretch), numbers[(at + 1) % numbers.length]);
  }

  document.addEventListener("click", (event) => {
    const target = event.target;
    if (String(getSelection())) return;
    const link = target.closest("[data-shows], [data-opens]");
    if (link) {
      event.preventDefault();
      if (link.dataset.shows) showText(link.closest(".card"));
      else showCard(cardOf(section(link), link.dataset.opens));
    } else if (target.closest("summary, a, button")) {
      return;
    } else if (target.closest("[data-st]")) {
      showCard(ofStretch(target.closest("[data-st]")));
    } else if (target.closest(".card")) {
      showText(target.closest(".card"));
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (event.key === "Enter" && event.target.matches(".card")) showText(event.target);
    else if (event.key === "Escape") clear();
    else if (keys.getAttribute("aria-pressed") === "true" && event.key === "j") step(1);
    else if (keys.getAttribute("aria-pressed") === "true" && event.key === "k") step(-1);
  });

  keys.hidden = false;
  keys.addEventListener("click", () => {
    const on = keys.getAttribute("aria-pressed") !== "true";
    keys.setAttribute("aria-pressed", String(on));
    keys.textContent = on ? "Single keys on" : "Single keys off";
  });

  function follow() {
    const card = document.getElementById("card-" + decodeURIComponent(location.hash.slice(1)));
    if (card) showText(card);
  }
  addEventListener("hashchange", follow);
  follow();
})();
