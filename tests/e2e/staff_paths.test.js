// What staff do besides the straight way: a question and its answer, a refusal that is undone, two who decide at once,
// a matter that is another body's, a postponed meeting, an investigation and a correction. And what they may not see.

import assert from "node:assert/strict";
import { test } from "node:test";
import { VISITORS, WITH_AND_WITHOUT_SCRIPT } from "./support/browser.js";
import { inspect } from "./support/look.js";
import { site } from "./support/site.js";
import {
  day_in, goes_to, lets_sign, moves_clock, sends_proposal, signs_in, signs_out, waits_for,
} from "./support/steps.js";

const torget = site();

const [RESIDENT, MODERATOR, COORDINATOR, STADSMILJO, IDROTT, ANALYST] = [1, 4, 5, 6, 7, 8].map((n) => `Testperson ${n}`);
const LIMIT = { timeout: 600_000 };

/** Becomes this one of the demo's people. */
async function is(person, who) {
  await signs_out(person);
  await signs_in(person, who);
}

async function takes(person, number) {
  await person.opens(`/sv/personal/granskning/${number}`);
  await person.presses(/^Ta förslaget/);
}

async function publishes(person, number, body) {
  await goes_to(person, "Publicera");
  await person.picks(body, "Svarar och samordnar");
  await person.presses("Publicera och mejla");
  await person.reads(new RegExp(`Förslag ${number} är klart`));
}

for (const visitor of WITH_AND_WITHOUT_SCRIPT) {
  const name = `paths-${visitor.script ? "script" : "plain"}`;

  test(`${visitor.name}: a question is asked, answered, and the proposal published`, LIMIT, async () => {
    await torget.as(visitor, async (person) => {
      await is(person, RESIDENT);
      const number = await sends_proposal(person, `Lampor och gungor ${visitor.name}`);
      await is(person, MODERATOR);
      await takes(person, number);
      await inspect(person.page, `${name}-mine`);
      await goes_to(person, "Ställ en fråga");
      await person.presses("Skicka frågan");
      await person.reads("Välj minst ett skäl.");
      await inspect(person.page, `${name}-ask-errors`);
      await person.ticks(/Flera frågor/);
      await person.writes("Din fråga", "Vilken av gatorna menar du? Skriv bara om den.");
      await person.presses("Visa mejlet");
      await inspect(person.page, `${name}-ask-preview`);
      await person.presses("Skicka frågan");
      await person.reads(new RegExp(`Förslag ${number} är klart`));

      await is(person, RESIDENT);
      await person.opens(`/sv/mina-sidor/forslag/${number}`);
      await person.reads("Vilken av gatorna menar du?");
      await inspect(person.page, `${name}-author-asked`);
      await person.writes("Ditt förslag", "Sätt upp fler lampor längs Exempelgatan, mellan skolan och hållplatsen.");
      await person.presses("Skicka igen");

      await is(person, MODERATOR);
      await takes(person, number);
      await person.reads("Ändrat i version 2");
      await inspect(person.page, `${name}-answered`);
      await publishes(person, number, "Stadsmiljönämnden");
      await waits_for(person, `/sv/forslag/${number}`, "mellan skolan och hållplatsen");
    });
  });

  test(`${visitor.name}: two grounds to refuse, which the author reads, and an undo`, LIMIT, async () => {
    await torget.as(visitor, async (person) => {
      await is(person, RESIDENT);
      const number = await sends_proposal(person, `Sänk min hyra ${visitor.name}`);
      await is(person, MODERATOR);
      await takes(person, number);
      await goes_to(person, "Avslå");
      await inspect(person.page, `${name}-refuse`);
      const grounds = person.page.getByRole("checkbox");
      await grounds.nth(0).check();
      await grounds.nth(1).check();
      await person.writes("Om just det här förslaget", "Hyran bestämmer du och din hyresvärd om. Hyresnämnden kan hjälpa dig.");
      await person.presses("Avslå och mejla");

      await is(person, RESIDENT);
      await person.opens(`/sv/mina-sidor/forslag/${number}`);
      await person.reads_heading(/./);
      await person.reads("Förslaget publiceras inte");
      await person.reads("Hyresnämnden kan hjälpa dig.");
      await person.reads("Du kan lämna ett nytt förslag.");
      await inspect(person.page, `${name}-author-refused`);

      await is(person, MODERATOR);
      await person.opens(`/sv/personal/granskning/${number}`);
      await inspect(person.page, `${name}-refused`);
      await person.presses("Ångra");
      await person.opens(`/sv/personal/granskning/${number}`);
      await person.reads("Beslutet ångrat");
      await inspect(person.page, `${name}-undone`);
    });
  });
}

test("of two moderators one decides, and the other keeps her words", LIMIT, async () => {
  await torget.as(VISITORS[2], async (person) => {
    await is(person, RESIDENT);
    const number = await sends_proposal(person, "Bänkar vid hållplatsen");
    await is(person, MODERATOR);
    await takes(person, number);
    await goes_to(person, "Ställ en fråga");
    await person.page.getByRole("checkbox").first().check();
    await person.writes("Din fråga", "Vilken hållplats menar du?");
    await torget.as(VISITORS[3], async (other) => {
      await is(other, COORDINATOR);
      await other.opens(`/sv/personal/granskning/${number}`);
      await inspect(other.page, "paths-held");
      await other.presses("Ta över");
    });
    await person.presses("Skicka frågan");
    await person.reads("Det blev inte gjort");
    assert.equal(await person.page.getByLabel("Din fråga").inputValue(), "Vilken hållplats menar du?");
    await inspect(person.page, "paths-stale");
  });
});

test("a matter that is another body's is moved while it collects signatures", LIMIT, async () => {
  await torget.as(VISITORS[0], async (person) => {
    await is(person, RESIDENT);
    const number = await sends_proposal(person, "Fler omklädningsrum i hallen");
    await is(person, MODERATOR);
    await takes(person, number);
    await publishes(person, number, "Stadsmiljönämnden");

    await is(person, STADSMILJO);
    await person.opens("/sv/personal/pa-vag");
    await inspect(person.page, "paths-on-the-way");
    await person.follows("Fler omklädningsrum i hallen");
    await inspect(person.page, "paths-on-the-way-one");
    await goes_to(person, "Frågan är inte vår");
    await person.writes("Varför, och vem borde svara?", "Hallen är Idrotts- och föreningsnämndens.");
    await person.presses("Skicka till samordnaren");
    await person.reads("Det är sparat");
    await inspect(person.page, "paths-objected");

    await is(person, COORDINATOR);
    await person.opens("/sv/personal");
    await inspect(person.page, "paths-coordinator-start");
    await person.follows(/ska flyttas till en annan mottagare/);
    await person.follows("Fler omklädningsrum i hallen");
    await goes_to(person, "Bestäm vem som svarar");
    await person.picks("Idrotts- och föreningsnämnden", "Vem ska svara?");
    await person.writes("Varför?", "Hallen är Idrotts- och föreningsnämndens.");
    await inspect(person.page, "paths-reroute");
    await person.presses("Spara mottagaren");
    await waits_for(person, "/sv/demo/post?till=testperson1@example.se", "Idrotts- och föreningsnämnden ska svara på förslaget");

    await is(person, IDROTT);
    await person.opens(`/sv/personal/pa-vag/${number}`);
    await person.reads("Idrotts- och föreningsnämnden – svarar");
    await is(person, STADSMILJO);
    assert.equal(await person.opens(`/sv/personal/pa-vag/${number}`), 404);
  });
});

async function decides(person, outcome, on, why) {
  await goes_to(person, "Skriv in beslutet");
  await person.picks(outcome);
  await person.writes("Datum för beslutet", on);
  await person.writes("Paragraf", "112");
  await person.writes("Skälet", why);
  await person.presses("Förhandsgranska");
  await person.presses("Publicera beslutet");
  await person.reads("Det är sparat");
}

async function meets(person, home, words, label, button) {
  const meeting = await day_in(person, 14);
  await person.opens(home);
  await goes_to(person, words);
  if (label === "Det nya mötets datum") await person.picks(/^Bordlagt/);
  await person.writes(label, meeting);
  await person.presses(button);
  await moves_clock(person, 15);
  await is(person, STADSMILJO);
  await person.opens(home);
  return meeting;
}

test("a case is postponed, investigated, decided and corrected, and stays with its body", LIMIT, async () => {
  await torget.as(VISITORS[3], async (person) => {
    await is(person, RESIDENT);
    const title = "Utomhusschack i parken";
    const number = await sends_proposal(person, title);
    await is(person, MODERATOR);
    await takes(person, number);
    await publishes(person, number, "Stadsmiljönämnden");
    await lets_sign(person, number, 200);
    await moves_clock(person, 91);
    await waits_for(person, `/sv/forslag/${number}`, "Hos nämnden");

    await is(person, STADSMILJO);
    await person.opens("/sv/personal/arenden");
    await person.follows(title);
    const home = new URL(person.page.url()).pathname;
    await goes_to(person, "Diarieför");
    await person.writes("Diarienummer", "SMF-2027-00321");
    await person.presses("Spara diarienumret");
    await meets(person, home, "Planera in på ett möte", "Mötets datum", "Spara mötet");
    await inspect(person.page, "paths-meeting-was");
    const later = await meets(person, home, "Bordlagt eller återremitterat", "Det nya mötets datum", "Spara det nya mötet");
    await decides(person, /^Utreds vidare/, later, "Nämnden vill veta vad det kostar.");
    const final = await meets(person, home, "Planera in på ett möte", "Mötets datum", "Spara mötet");
    await decides(person, /^Genomförs inte just nu/, final, "Pengarna räcker inte i år. Förslaget vägs in i budgeten för nästa år.");
    await inspect(person.page, "paths-finally-decided");
    await person.page.getByRole("link", { name: "Rätta beslutet" }).last().click();
    await person.writes("Paragraf", "113");
    await person.presses("Förhandsgranska");
    await inspect(person.page, "paths-correction");
    await person.presses("Publicera rättelsen");
    await waits_for(person, `/sv/forslag/${number}`, "§ 113");

    await is(person, STADSMILJO);
    await person.opens(`${home}/namnlista`);
    await person.presses("Öppna listan");
    await person.reads("200 namn");
    await inspect(person.page, "paths-names");
    await person.page.emulateMedia({ media: "print" });
    await inspect(person.page, "paths-names-print");
    for (const part of [".nav-wide", ".crumbs", "main form", ".bottom"]) {
      assert.equal(await person.page.locator(part).first().isVisible(), false, `${part} is not printed`);
    }
    const rows = person.page.locator("#namn tbody tr");
    const [first, last] = [await rows.first().boundingBox(), await rows.last().boundingBox()];
    assert.ok(last.x > first.x + first.width, "names stand in two columns on paper");
    await is(person, IDROTT);
    for (const page of ["", "/namnlista", "/beslut", "/filer"]) assert.equal(await person.opens(`${home}${page}`), 404);
  });
});

test("an analyst gets the yearly report and its tables in one step each", LIMIT, async () => {
  await torget.as(VISITORS[2], async (person) => {
    await is(person, ANALYST);
    await person.opens("/sv/personal");
    await person.follows(/så här långt$/);
    await person.reads_heading(/^Göteborgsförslaget \d{4}$/);
    await person.page.getByLabel("År", { exact: true }).selectOption("2019");
    await person.presses("Visa");
    await person.reads_heading("Göteborgsförslaget 2019");
    await inspect(person.page, "paths-report-2019");
    const [file] = await Promise.all([person.page.waitForEvent("download"), person.follows("Hämta tabellerna (CSV)")]);
    assert.equal(file.suggestedFilename(), "torget-rapport-2019.csv");
    assert.equal(await person.opens("/sv/personal/arenden"), 404);
  });
});
