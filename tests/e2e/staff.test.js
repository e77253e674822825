// Every page of the staff site, by everyone who works there, in both languages: followed from the first page on, and
// looked at with axe, for width, headings and language, and as a picture.

import assert from "node:assert/strict";
import { test } from "node:test";
import { VISITORS } from "./support/browser.js";
import { speaksEnglish } from "./support/language.js";
import { inspect } from "./support/look.js";
import { site } from "./support/site.js";
import { signs_in } from "./support/steps.js";

const torget = site();

const STAFF = { moderator: 4, coordinator: 5, stadsmiljo: 6, idrott: 7, analyst: 8, administrator: 9 };
/** How many pages of one kind are looked at: cases and reviews in different stages, one of each form. */
const MOST_OF_A_KIND = { "arenden/:": 9, "granskning/:": 9, "pa-vag/:": 2 };

for (const [index, visitor] of VISITORS.entries()) {
  const language = index % 2 ? "en" : "sv";
  for (const [role, number] of Object.entries(STAFF)) {
    test(`${visitor.name}: the ${role}'s pages, ${language}`, { timeout: 600_000 }, async () => {
      await torget.as(visitor, async (person) => {
        await signs_in(person, `Testperson ${number}`);
        const kinds = await walks(person, language, `staff-${language}-${role}`);
        assert.deepEqual([...new Set(kinds)].sort(), EXPECTED[role].sort());
      });
    });
  }
}

/** The kinds of pages each role reaches by following links from the staff site's first page. */
const CASES = ["", "arenden", "arenden/:", "pa-vag", "pa-vag/:"];
const ACTS = ["avsluta", "beslut", "beslut/:", "diarienummer", "filer", "inte-vart", "mote", "namnlista", "nytt-mote", "uppfoljning"];
const REVIEWS = ["granskning", "granskning/:", "granskning/:/ta-bort"];
const HANDLAGGARE = [...CASES, "pa-vag/:/inte-vart", ...ACTS.map((act) => `arenden/:/${act}`)];
const EXPECTED = {
  moderator: ["", ...REVIEWS],
  coordinator: [...CASES, "pa-vag/:/namnd", "arenden/:/namnd", ...REVIEWS, "rapport"],
  stadsmiljo: HANDLAGGARE,
  idrott: HANDLAGGARE,
  analyst: ["", "rapport"],
  administrator: [""],
};

/** Follows every link of the staff site and looks at each page; gives the kinds of pages that were seen. */
async function walks(person, language, name) {
  const home = `/${language}/personal`;
  const waiting = [home];
  const known = new Set(waiting);
  const seen = {};
  while (waiting.length) {
    const path = waiting.shift();
    const kind = kindOf(path.slice(home.length));
    seen[kind] = (seen[kind] ?? 0) + 1;
    if (seen[kind] > (MOST_OF_A_KIND[kind] ?? 1) && !path.includes("?")) continue;
    assert.equal(await person.opens(path), 200, path);
    await looks(person.page, language, `${name}-${kind.replaceAll(/[/:]+/g, "-") || "start"}-${seen[kind]}`);
    for (const link of await links(person.page, home)) {
      if (!known.has(link)) {
        known.add(link);
        waiting.push(link);
      }
    }
  }
  return Object.keys(seen);
}

/** What kind of page an address leads to: its words without numbers, ids and query. */
function kindOf(path) {
  const words = path.replace(/[?#].*/, "").split("/").filter(Boolean);
  return words.map((word) => (/\d/.test(word) ? ":" : word)).join("/");
}

async function links(page, home) {
  const all = await page.locator("main a[href]").evaluateAll((found) => found.map((a) => a.getAttribute("href")));
  return all.map((href) => href.replace(/#.*/, "")).filter((href) => href.startsWith(home) && !href.includes(".csv"));
}

/** What every page of the staff site must be. */
async function looks(page, language, name) {
  await inspect(page, name);
  const headings = await page.getByRole("heading", { level: 1 }).allInnerTexts();
  assert.equal(headings.length, 1, `one main heading on ${page.url()}`);
  assert.ok((await page.title()).length > " – Torget".length, `a title on ${page.url()}`);
  assert.equal(await page.locator("html").getAttribute("lang"), language);
  if (language === "en") await speaksEnglish(page);
}
