// Shows proposals like the one being written while its title is typed. A help only: the next step of the form shows
// them in any case, so a lost network, or this file missing, changes nothing.

const WAIT_MS = 500;
const LEAST_CHARACTERS = 8;

const box = document.querySelector("[data-similar]");
if (box) begin(box, document.getElementById("titel"));

function begin(box, title) {
  const [said, shown] = [box.querySelector("[role=status]"), box.querySelector("[data-found]")];
  let timer, asking, asked = "";

  async function look() {
    const words = title.value.trim();
    if (words === asked) return;
    asking?.abort();
    asked = words;
    if (words.length < LEAST_CHARACTERS) return show("");
    asking = new AbortController();
    const { signal } = asking;
    try {
      const answer = await fetch(`${box.dataset.similar}?q=${encodeURIComponent(words)}`, { signal });
      if (answer.ok) show(await answer.text());
    } catch {
      // The network is away, or more was typed meanwhile: what is shown stays, and the next word asks again.
      if (!signal.aborted) asked = "";
    }
  }

  function show(html) {
    const found = new DOMParser().parseFromString(html, "text/html").body;
    const news = found.querySelector("[data-said]")?.textContent ?? "";
    shown.replaceChildren(...found.childNodes);
    // Told once, and again only when the number changes: a voice for every letter would be in the way.
    if (said.textContent !== news) said.textContent = news;
  }

  title.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, WAIT_MS);
  });
  look();
}
