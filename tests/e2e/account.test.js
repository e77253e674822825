// Mina sidor: where one is signed in, what is kept, which mails come, two accounts that become one, and leaving.

import { test } from "node:test";
import { VISITORS } from "./support/browser.js";
import { presses, tabsTo } from "./support/keyboard.js";
import { inspect } from "./support/look.js";
import { goesTo, signsInAs, typesCode } from "./support/resident.js";
import { site } from "./support/site.js";

const torget = site();
const SWEDISH = { code: "Koden", signIn: "Logga in" };
const [PHONE, , DESK] = VISITORS;

const PAGES = {
  sessions: "/mina-sidor/inloggningar", data: "/mina-sidor/allt", mails: "/mina-sidor/mejl", erase: "/mina-sidor/radera",
  eid: "/mina-sidor/e-legitimation", "my-pages": "/mina-sidor", erased: "/mina-sidor/raderat",
};

for (const visitor of VISITORS) {
  test(`${visitor.name}: the pages of my account`, { timeout: 300_000 }, async () => {
    await torget.as(visitor, async (person) => {
      await signsInAs(person, "Testperson 1");
      for (const [name, path] of Object.entries(PAGES)) {
        await person.opens(`/sv${path}`);
        await inspect(person.page, `account-sv-${name}`);
        await person.opens(`/en${path}`);
        await inspect(person.page, `account-en-${name}`);
      }
    });
  });
}

for (const [index, visitor] of [PHONE, VISITORS[3]].entries()) {
  test(`${visitor.name}: two accounts become one, which is then erased`, { timeout: 300_000 }, async () => {
    await torget.as(visitor, async (person) => {
      const address = `testperson6${index}0@example.se`;
      await person.opens("/sv/logga-in");
      await person.writes("Din e-postadress", address);
      await person.presses("Skicka en kod");
      await typesCode(person, address, SWEDISH);
      await person.writes("Förnamn", "Testperson");
      await person.writes("Efternamn", "600");
      await person.writes("Ort där du bor", "Göteborg");
      await person.presses("Spara och fortsätt");
      await person.opens("/sv/mina-sidor");
      await person.follows(/^Lägg till e-legitimation/);
      await person.follows(/^Lägg till med/);
      await person.presses(new RegExp(`Testperson ${index + 2}\\b`));
      await person.reads_heading("Du har två konton. Ska de bli ett?");
      await inspect(person.page, "account-sv-join");
      await person.presses("Slå ihop kontona");
      await person.reads("Dina två konton är nu ett.");
      await person.reads("Du är inloggad med e-legitimation.");
      await person.follows("Radera mitt konto");
      await person.presses("Radera mitt konto");
      await person.reads("Kryssa i rutan om du vill radera kontot");
      await inspect(person.page, "account-sv-erase-not-ticked");
      await person.ticks(/Jag förstår/);
      await goesTo(person, "Radera mitt konto");
      await person.reads_heading("Kontot är raderat");
    });
  });
}

test("leaving with the keyboard alone", { timeout: 120_000 }, async () => {
  await torget.as(DESK, async (person) => {
    await signsInAs(person, "Testperson 11");
    await person.opens("/sv/mina-sidor/radera");
    await tabsTo(person, "checkbox", /Jag förstår/);
    await person.page.keyboard.press("Space");
    await presses(person, "button", "Radera mitt konto");
    await person.reads_heading("Kontot är raderat");
  });
});
