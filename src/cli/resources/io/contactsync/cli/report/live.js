"use strict";
const RUNNING = 1000, IDLE = 5000;
const now = document.getElementById("now");
const fresh = document.getElementById("fresh");

function take(text) {
  const parts = [...new DOMParser().parseFromString(text, "text/html").body.children];
  const stay = [...now.children];
  const same = parts.length === stay.length && parts.every((part, place) => part.id === stay[place].id);
  if (!same) {
    now.replaceChildren(...parts);
    return;
  }
  parts.forEach((part, place) => {
    if (part.outerHTML !== stay[place].outerHTML) stay[place].replaceWith(part);
  });
}

async function look() {
  try {
    const answer = await fetch("now", { cache: "no-store", credentials: "omit" });
    if (!answer.ok) throw new Error(String(answer.status));
    take(await answer.text());
    fresh.textContent = "as of " + new Date().toLocaleTimeString("en-GB");
  } catch {
    fresh.textContent = "contact-sync does not answer: is serve still running? What stands here is old.";
  }
  const running = document.getElementById("health")?.dataset.running === "true";
  setTimeout(look, document.hidden ? IDLE : running ? RUNNING : IDLE);
}

setTimeout(look, RUNNING);
