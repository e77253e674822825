// The residents' side beside the main path: by keyboard, by e-mail, with script and without, and when things go wrong.

import assert from "node:assert/strict";
import { test } from "node:test";
import { VISITORS, WITH_AND_WITHOUT_SCRIPT } from "./support/browser.js";
import { presses, tabsTo, typesIn } from "./support/keyboard.js";
import { inspect } from "./support/look.js";
import { goesTo, proposes, sessionEnds, signsInAs, typesCode } from "./support/resident.js";
import { site } from "./support/site.js";

const torget = site();
const [PHONE, , DESK] = VISITORS;

const RESIDENT = "Testperson 1";
const MODERATOR = "Testperson 4";
const SWEDISH = { code: "Koden", signIn: "Logga in" };
const ENGLISH = { code: "The code", signIn: "Sign in" };
const LONGER = "Gatan är mörk och bilarna kör fort. Sätt upp lampor längs hela gatan, så att barnen syns på väg till skolan.";

test("the wizard in English with the keyboard alone, to the page after sending", { timeout: 300_000 }, async () => {
  await torget.as(DESK, async (person) => {
    const { keyboard } = person.page;
    await person.opens("/en/forslag/nytt");
    await typesIn(person, "Title", "A dog park in Majorna");
    await person.page.locator("[data-similar] [role=status]", { hasText: "like yours" }).waitFor();
    await inspect(person.page, "resident-en-1-idea");
    await typesIn(person, "Your proposal", "There is no place where dogs may run free in Majorna. Build one with a fence and benches.");
    await tabsTo(person, "combobox", "Topic");
    await keyboard.type("Traf");
    await presses(person, "button", "Continue");
    await inspect(person.page, "resident-en-2-similar");
    await presses(person, "button", /continue$/i);
    await tabsTo(person, "radio", "The whole city");
    await keyboard.press("ArrowDown");
    await person.page.locator("summary", { hasText: "point on the map" }).focus();
    await keyboard.press("Enter");
    await tabsTo(person, "application", "Map of Gothenburg");
    for (const key of ["+", "+", "ArrowDown", "ArrowRight", "Enter"]) await keyboard.press(key);
    await person.reads(/^The point lies in /);
    await inspect(person.page, "resident-en-3-place");
    assert.match(await person.page.getByLabel("Latitude").inputValue(), /^57\.\d{5}$/);
    await presses(person, "button", "Continue");
    await typesIn(person, "First name", "Testperson");
    await typesIn(person, "Last name", "501");
    await typesIn(person, "Address", "1 Example Street");
    await typesIn(person, "Town", "Gothenburg");
    await typesIn(person, "E-mail address", "testperson501@example.se");
    await typesIn(person, "Age", "17");
    await tabsTo(person, "radio", "Woman");
    await keyboard.press("ArrowUp");
    await inspect(person.page, "resident-en-4-about");
    await presses(person, "button", "Continue");
    await person.reads(/^Point on the map in /);
    await inspect(person.page, "resident-en-5-check");
    await presses(person, "button", "Continue");
    await inspect(person.page, "resident-en-6-send");
    await presses(person, "link", "Sign in and send");
    await typesIn(person, "Your e-mail address", "testperson501@example.se");
    await presses(person, "button", "Send a code");
    await inspect(person.page, "resident-en-7-code");
    await typesCode(person, "testperson501@example.se", ENGLISH);
    await presses(person, "button", "Send the proposal");
    await person.reads_heading("Thank you! Your proposal is sent");
    await inspect(person.page, "resident-en-8-sent");
  }, "en-GB");
});

test("a lost network leaves the wizard as it is", { timeout: 60_000 }, async () => {
  await torget.as(PHONE, async (person) => {
    await person.opens("/sv/forslag/nytt");
    await person.page.route("**/forslag/liknande*", (route) => route.abort());
    const asked = person.page.waitForEvent("requestfailed");
    await person.writes("Rubrik", "En hundrastgård i Majorna");
    await asked;
    assert.equal(await person.page.locator("[data-found]").innerText(), "");
    await person.page.unroute("**/forslag/liknande*");
    await person.writes("Rubrik", "En hundrastgård i Majorna igen");
    await person.page.locator("[data-found] a").first().waitFor();
    await inspect(person.page, "resident-live");
    person.faults = person.faults.filter((fault) => !fault.includes("ERR_FAILED"));
  });
});

test("a point is chosen with a tap, told when it lies outside, and removed", { timeout: 60_000 }, async () => {
  await torget.as(PHONE, async (person) => {
    await signsInAs(person, RESIDENT);
    await person.opens("/sv/forslag/nytt");
    await person.writes("Rubrik", "Lampor längs gatan");
    await person.writes("Ditt förslag", LONGER);
    await person.picks("Trafik och kommunikationer", "Ämne");
    await goesTo(person, "Fortsätt");
    await person.presses(/fortsätt$/i);
    await person.page.getByText("Ange en punkt på kartan").click();
    const map = person.page.getByRole("application", { name: "Karta över Göteborg" });
    const { width, height } = await map.boundingBox();
    await map.click({ position: { x: width * 0.55, y: height * 0.48 } });
    await person.reads(/^Punkten ligger i /);
    await inspect(person.page, "resident-point");
    await map.click({ position: { x: width * 0.95, y: height * 0.9 } });
    await person.reads(/^Punkten ligger utanför Göteborg/);
    await goesTo(person, "Fortsätt");
    assert.match(await person.page.locator("#lat-error").innerText(), /utanför Göteborg/);
    await inspect(person.page, "resident-point-outside");
    await person.presses("Ta bort punkten");
    await person.reads("Punkten är borttagen.");
    assert.equal(await person.page.getByLabel("Latitud").inputValue(), "");
  });
});

for (const [index, visitor] of WITH_AND_WITHOUT_SCRIPT.entries()) {
  const name = `resident-${visitor.script ? "script" : "plain"}`;
  const address = `testperson51${index}@example.se`;

  test(`${visitor.name}: signs by e-mail, takes back, follows and stops`, { timeout: 240_000 }, async () => {
    await torget.as(visitor, async (person) => {
      await person.opens("/sv/forslag/90006");
      await goesTo(person, "Skriv under");
      await inspect(person.page, `${name}-sign-in`);
      await person.writes("Din e-postadress", "fel");
      await person.presses("Skicka en kod");
      await inspect(person.page, `${name}-sign-in-wrong`);
      await person.writes("Din e-postadress", address);
      await person.presses("Skicka en kod");
      await typesCode(person, address, SWEDISH);
      await person.reads_heading(/Berätta vem du är/);
      await person.presses("Spara och fortsätt");
      await inspect(person.page, `${name}-about-you-wrong`);
      await person.writes("Förnamn", "Testperson");
      await person.writes("Efternamn", `51${index}`);
      await person.writes("Ort där du bor", "Göteborg");
      await person.presses("Spara och fortsätt");
      await inspect(person.page, `${name}-sign`);
      await goesTo(person, "Skriv under");
      await person.reads(/^Du är nummer \d+ som har skrivit under/);
      await inspect(person.page, `${name}-signed`);
      await person.opens("/sv/mina-sidor");
      await inspect(person.page, `${name}-my-pages`);
      await person.follows(/Utegym för alla åldrar/);
      await inspect(person.page, `${name}-signed-proposal`);
      await person.opens("/sv/forslag/90006/underskrift");
      await goesTo(person, "Ta tillbaka min underskrift");
      await inspect(person.page, `${name}-take-back`);
      await goesTo(person, "Ta tillbaka min underskrift");
      await person.reads("Din underskrift är borttagen");
      await inspect(person.page, `${name}-taken-back`);
      await person.opens("/sv/forslag/90006");
      await goesTo(person, "Följ förslaget");
      await inspect(person.page, `${name}-follow`);
      await person.opens("/sv/mina-sidor");
      await person.reads(/Utegym för alla åldrar/);
      await person.opens("/sv/forslag/90006/folj");
      await goesTo(person, "Sluta följa");
      await person.reads("Du följer inte förslaget");
      await inspect(person.page, `${name}-unfollowed`);
    });
  });

  test(`${visitor.name}: a question is answered, and a refusal read`, { timeout: 300_000 }, async () => {
    await torget.as(visitor, async (person) => {
      const title = `Fler lampor längs gatan ${visitor.name}`;
      await signsInAs(person, RESIDENT);
      const number = await proposes(person, title, LONGER);
      await reviews(person, number, "Ställ en fråga", "Din fråga", "Vilken gata menar du?", "Skicka frågan");

      await signsInAs(person, RESIDENT);
      await person.opens("/sv/mina-sidor");
      await person.follows(title);
      await person.reads("Moderatorn har en fråga");
      await person.reads("Vilken gata menar du?");
      await inspect(person.page, `${name}-returned`);
      await person.writes("Ditt förslag", "Kort");
      await person.presses("Skicka igen");
      await inspect(person.page, `${name}-returned-wrong`);
      await sessionEnds(person);
      await person.writes("Ditt förslag", `${LONGER} Exempelgatan.`);
      await person.presses("Skicka igen");
      await person.reads_heading("Logga in");
      await person.follows(/^Logga in med/);
      await person.presses(new RegExp(`${RESIDENT}\\b`));
      await person.reads("Det du skrev finns kvar");
      assert.equal(await person.page.getByLabel("Ditt förslag").inputValue(), `${LONGER} Exempelgatan.`);
      await inspect(person.page, `${name}-returned-kept`);
      await person.presses("Skicka igen");
      await person.reads(/^En moderator läser ditt förslag senast/);

      await reviews(person, number, "Avslå", "Om just det här förslaget", "Gatan är inte stadens.", "Avslå och mejla");
      await signsInAs(person, RESIDENT);
      await person.opens(`/sv/mina-sidor/forslag/${number}`);
      await person.reads("Förslaget publiceras inte");
      await person.reads("Gatan är inte stadens.");
      await inspect(person.page, `${name}-refused`);
    });
  });
}

/** A moderator takes the proposal and sends it back or refuses it, with the first reason there is. */
async function reviews(person, number, act, field, words, button) {
  await sessionEnds(person);
  await signsInAs(person, MODERATOR);
  await person.opens(`/sv/personal/granskning/${number}`);
  await person.presses(/^Ta /);
  await goesTo(person, act);
  await person.page.getByRole("checkbox").first().check();
  await person.writes(field, words);
  await person.presses(button);
  await person.reads(new RegExp(`Förslag ${number} är klart`));
  await sessionEnds(person);
}

const MORE_PAGES = {
  sign: ["/forslag/90005/skriv-under", 200], follow: ["/forslag/90005/folj", 200], idea: ["/forslag/nytt", 200],
  closed: ["/forslag/90010", 200], waiting: ["/forslag/90012", 200], stopped: ["/forslag/90020", 200],
  filtered: ["/forslag?skede=beslutade&sortera=beslutade", 200], unknown: ["/forslag/99999", 404],
  styles: ["/stil", 200],
};

for (const visitor of [PHONE, DESK]) {
  for (const [code, language] of [["sv", "sv-SE"], ["en", "en-GB"]]) {
    test(`${visitor.name}: more pages in ${code}`, { timeout: 300_000 }, async () => {
      await torget.as(visitor, async (person) => {
        for (const [name, [path, status]] of Object.entries(MORE_PAGES)) {
          assert.equal(await person.opens(`/${code}${path}`), status, path);
          await inspect(person.page, `resident-${code}-${name}`);
        }
      }, language);
    });
  }
}

test("each event has an address of its own", { timeout: 60_000 }, async () => {
  await torget.as(PHONE, async (person) => {
    await person.opens("/sv/forslag/90016");
    const anchor = await person.page.locator(".timeline > [id^=handelse-]").last().getAttribute("id");
    await person.page.locator(`#${anchor} a[href^="#"]`).click();
    const address = person.page.url();
    assert.ok(address.endsWith(`/sv/forslag/90016#${anchor}`), address);
    await person.opens("/sv/");
    await person.opens(new URL(address).pathname + new URL(address).hash);
    assert.ok(await person.page.locator(`#${anchor}:target`).isVisible());
    await inspect(person.page, "resident-event");
  });
});
