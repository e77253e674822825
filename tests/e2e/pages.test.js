// Every public page in both languages, by everyone who may come: looked at with axe, for width, and as a picture.

import assert from "node:assert/strict";
import { test } from "node:test";
import { VISITORS, WITH_AND_WITHOUT_SCRIPT } from "./support/browser.js";
import { inspect } from "./support/look.js";
import { site } from "./support/site.js";

const torget = site();

const PAGES = {
  start: "/", list: "/forslag", search: "/forslag?q=lekplats", empty: "/forslag?q=xyzzyx", proposal: "/forslag/839",
  decided: "/forslag/90016", statistics: "/statistik", how: "/sa-fungerar-det", about: "/om", rules: "/regler",
  accessibility: "/tillganglighet", privacy: "/personuppgifter", contact: "/kontakt", signin: "/logga-in",
  demo: "/demo", post: "/demo/post",
};

for (const visitor of VISITORS) {
  test(`${visitor.name}: public pages in Swedish`, { timeout: 300_000 }, async () => {
    await torget.as(visitor, async (person) => {
      for (const [name, path] of Object.entries(PAGES)) {
        assert.equal(await person.opens(`/sv${path}`), 200, path);
        await inspect(person.page, `sv-${name}`);
      }
    });
  });
}

for (const visitor of WITH_AND_WITHOUT_SCRIPT) {
  test(`${visitor.name}: public pages in English`, { timeout: 300_000 }, async () => {
    await torget.as(visitor, async (person) => {
      for (const [name, path] of Object.entries(PAGES)) {
        assert.equal(await person.opens(`/en${path}`), 200, path);
        await inspect(person.page, `en-${name}`);
      }
    }, "en-GB");
  });
}

test("the start page lists real proposals, and number 839 shows 1 410 signatures", async () => {
  await torget.as(VISITORS[3], async (person) => {
    await person.opens("/sv/");
    await person.reads("1 209".replace(" ", "\u00a0"));
    await person.opens("/forslag/839");
    assert.match(person.page.url(), /\/sv\/forslag\/839$/);
    await person.reads("1 410".replace(" ", "\u00a0"));
  });
});

test("an unknown page helps onward and answers 404", async () => {
  await torget.as(VISITORS[0], async (person) => {
    assert.equal(await person.opens("/sv/finns-inte"), 404);
    await person.reads_heading("Sidan finns inte");
    await inspect(person.page, "sv-not-found");
  });
});

test("a person signs in with a code by e-mail and tells who she is", { timeout: 120_000 }, async () => {
  await torget.as(VISITORS[2], async (person) => {
    await person.opens("/sv/logga-in");
    await person.writes("Din e-postadress", "testperson500@example.se");
    await person.presses("Skicka en kod");
    const code_page = person.page.url();
    await inspect(person.page, "sv-code");
    const code = await code_for(person, "testperson500@example.se");
    await person.opens(code_page);
    await person.writes("Koden", code);
    await person.presses("Logga in");
    await person.reads_heading(/Berätta vem du är/);
    await inspect(person.page, "sv-about-you");
    await person.writes("Förnamn", "Testperson");
    await person.writes("Efternamn", "500");
    await person.writes("Ort där du bor", "Göteborg");
    await person.presses("Spara och fortsätt");
    await person.opens("/sv/mina-sidor");
    await person.reads("Hej Testperson 500!");
    await inspect(person.page, "sv-my-pages");
  });
});

/** The code in the newest mail to this address, as the demo's post box shows it. */
async function code_for(person, address) {
  for (let tries = 0; tries < 30; tries += 1) {
    await person.opens(`/sv/demo/post?till=${encodeURIComponent(address)}`);
    const found = (await person.page.locator("main").innerText()).match(/(\d{8}|\d{4} \d{4}) är din kod/);
    if (found) return found[1];
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  throw new Error(`no code came to ${address}`);
}
