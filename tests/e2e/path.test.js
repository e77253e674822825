// The main job, end to end, as each person in turn: propose → review → 200 signatures → close → case → decision →
// follow-up. Once on a phone with script, once at a desk without; every page is looked at with axe and for width.

import assert from "node:assert/strict";
import { test } from "node:test";
import { WITH_AND_WITHOUT_SCRIPT } from "./support/browser.js";
import { inspect } from "./support/look.js";
import { site } from "./support/site.js";
import { day_in, goes_to, lets_sign, moves_clock, signs_in, signs_out, waits_for } from "./support/steps.js";

const torget = site();

const RESIDENT = "Testperson 1";
const MODERATOR = "Testperson 4";
const HANDLAGGARE = "Testperson 6";
const NAMND = "Stadsmiljönämnden";

async function proposes(person, title, name) {
  await person.opens("/sv/forslag/nytt");
  await inspect(person.page, `${name}-1-idea`);
  await person.writes("Rubrik", title);
  await person.writes("Ditt förslag", "Gatan är mörk och bilarna kör fort. Sätt upp lampor och bygg ett upphöjt övergångsställe.");
  await person.picks("Trafik och kommunikationer", "Ämne");
  await person.presses("Fortsätt");
  await inspect(person.page, `${name}-2-similar`);
  await person.presses(/fortsätt$/i);
  await inspect(person.page, `${name}-3-place`);
  await person.picks("Hela staden");
  await person.presses("Fortsätt");
  await inspect(person.page, `${name}-4-about`);
  await person.writes("Förnamn", "Testperson");
  await person.writes("Efternamn", "1");
  await person.writes("Adress", "Exempelgatan 1");
  await person.writes("Ort", "Göteborg");
  await person.writes("E-postadress", "testperson1@example.se");
  await person.writes("Ålder", "41");
  await person.picks("Vill inte svara");
  await person.presses("Fortsätt");
  await inspect(person.page, `${name}-5-check`);
  await person.presses("Fortsätt");
  await person.presses("Skicka förslaget");
  await inspect(person.page, `${name}-6-sent`);
  const found = (await person.page.locator("main").innerText()).match(/\b9\d{4}\b/);
  assert.ok(found, "the page after sending names the proposal's number");
  return found[0];
}

async function publishes(person, number, name) {
  await person.opens("/sv/personal/granskning");
  await inspect(person.page, `${name}-7-queue`);
  await person.opens(`/sv/personal/granskning/${number}`);
  await inspect(person.page, `${name}-8-review`);
  await person.presses(/^Ta /);
  await goes_to(person, "Publicera");
  await inspect(person.page, `${name}-9-publish`);
  await person.picks(NAMND, "Svarar och samordnar");
  await person.presses("Publicera och mejla");
  await person.reads(new RegExp(`Förslag ${number} är klart`));
}

async function signs(person, number, name) {
  await person.opens(`/sv/forslag/${number}`);
  await inspect(person.page, `${name}-10-proposal`);
  await person.presses("Skriv under");
  await person.reads_heading("Tack, du har skrivit under");
  await person.reads("Du är nummer 1");
  await inspect(person.page, `${name}-11-signed`);
}

async function opens_case(person, title, name) {
  await person.opens("/sv/personal/arenden");
  await inspect(person.page, `${name}-12-cases`);
  await person.follows(title);
  await inspect(person.page, `${name}-13-case`);
}

async function decides(person, title, name) {
  await opens_case(person, title, name);
  const home = new URL(person.page.url()).pathname;
  await goes_to(person, "Diarieför");
  await inspect(person.page, `${name}-14-register`);
  await person.writes("Diarienummer", "SMF-2027-00123");
  await person.presses("Spara diarienumret");
  const meeting = await day_in(person, 14);
  await person.opens(home);
  await goes_to(person, "Planera in på ett möte");
  await person.writes("Mötets datum", meeting);
  await person.presses("Spara mötet");
  await moves_clock(person, 15);
  await signs_in(person, HANDLAGGARE);
  await person.opens(home);
  await goes_to(person, "Skriv in beslutet");
  await inspect(person.page, `${name}-15-decide`);
  await person.picks(/^Genomförs(?! inte)/);
  await person.writes("Datum för beslutet", meeting);
  await person.writes("Paragraf", "112");
  await person.writes("Skälet", "Nämnden håller med om att gatan behöver bli säkrare och bygger övergångsstället i vår.");
  await person.presses("Förhandsgranska");
  await inspect(person.page, `${name}-16-preview`);
  await person.presses("Publicera beslutet");
  await inspect(person.page, `${name}-17-decided`);
  return home;
}

async function follows_up(person, home, name) {
  const today = await day_in(person, 0);
  await person.opens(home);
  await goes_to(person, "Berätta hur det går");
  await inspect(person.page, `${name}-18-follow-up`);
  await person.picks(/^(Klart|Genomfört|Gjort|Färdigt)/);
  await person.writes("Datum", today);
  await person.writes("Vad har hänt?", "Övergångsstället är byggt och lamporna lyser.");
  await person.presses("Publicera");
}

for (const visitor of WITH_AND_WITHOUT_SCRIPT) {
  const name = `path-${visitor.script ? "script" : "plain"}`;
  test(`${visitor.name}: a proposal travels from idea to follow-up`, { timeout: 600_000 }, async () => {
    await torget.as(visitor, async (person) => {
      const title = `Upphöjt övergångsställe ${visitor.name}`;
      await signs_in(person, RESIDENT);
      const number = await proposes(person, title, name);
      await signs_out(person);

      await signs_in(person, MODERATOR);
      await publishes(person, number, name);
      await signs_out(person);

      await signs_in(person, RESIDENT);
      await signs(person, number, name);
      await lets_sign(person, number, 199);
      await moves_clock(person, 91);
      await signs_out(person);
      await waits_for(person, `/sv/forslag/${number}`, "Hos nämnden");

      await signs_in(person, HANDLAGGARE);
      const home = await decides(person, title, name);
      await follows_up(person, home, name);
      await signs_out(person);

      await waits_for(person, `/sv/forslag/${number}`, "Övergångsstället är byggt och lamporna lyser.");
      await inspect(person.page, `${name}-19-done`);
      await waits_for(person, "/sv/demo/post?till=testperson1@example.se", "Förslaget är genomfört");
      await person.reads(`${NAMND} säger ja`);
      await inspect(person.page, `${name}-20-post`);
    });
  });
}
