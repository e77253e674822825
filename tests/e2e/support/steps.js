// What several journeys have in common: signing in as one of the demo's people, its clock, and waiting for its jobs.

import assert from "node:assert/strict";

/** Signs in with the demo's test e-legitimation as one of its numbered people. */
export async function signs_in(person, who) {
  await person.opens("/sv/logga-in");
  await person.follows(/^Logga in med/);
  await person.presses(new RegExp(`${who}\\b`));
}

/** Becomes someone else: the cookies are gone. */
export async function signs_out(person) {
  await person.page.context().clearCookies();
}

/** Goes on by a link or by a button, whichever the page offers. */
export async function goes_to(person, words) {
  const link = person.page.getByRole("link", { name: words, exact: true });
  await ((await link.count()) ? link : person.page.getByRole("button", { name: words, exact: true })).first().click();
}

/** Moves the demo's clock, for everyone. */
export async function moves_clock(person, days) {
  await person.opens("/sv/demo");
  await person.writes("Antal dagar framåt", String(days));
  await person.presses("Flytta klockan");
  await person.reads(/Klockan är flyttad/);
}

/** Lets so many of the demo's test persons sign. */
export async function lets_sign(person, number, count) {
  await person.opens("/sv/demo");
  await person.writes("Förslagets nummer", number);
  await person.writes("Antal testpersoner", String(count));
  await person.presses("Låt dem skriva under");
  await person.reads(`${count} testpersoner skrev under förslag ${number}`);
}

/** The demo's jobs run by themselves; the page says when one has. */
export async function waits_for(person, path, words) {
  for (let tries = 0; tries < 60; tries += 1) {
    await person.opens(path);
    if (await person.page.getByText(words).count()) return;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  assert.fail(`"${words}" never came on ${path}`);
}

/** A day so many days after the demo's today, as the date field takes it. */
export async function day_in(person, days) {
  await person.opens("/sv/demo");
  const text = await person.page.getByText(/I demon är det nu/).innerText();
  const [, day, month, year] = text.match(/nu (\d+) (\S+) (\d{4})/);
  const months = "januari februari mars april maj juni juli augusti september oktober november december".split(" ");
  const date = new Date(Date.UTC(Number(year), months.indexOf(month), Number(day) + days));
  return date.toISOString().slice(0, 10);
}

/** Sends in a proposal as the resident who is signed in, and gives its number. */
export async function sends_proposal(person, title) {
  await person.opens("/sv/forslag/nytt");
  await person.writes("Rubrik", title);
  await person.writes("Ditt förslag", "Gatan är mörk och bilarna kör fort. Sätt upp lampor och bygg ett övergångsställe.");
  await person.picks("Trafik och kommunikationer", "Ämne");
  await person.presses("Fortsätt");
  await person.presses(/fortsätt$/i);
  await person.picks("Hela staden");
  await person.presses("Fortsätt");
  const about = { "Förnamn": "Testperson", "Efternamn": "1", "Adress": "Exempelgatan 1", "Ort": "Göteborg",
    "E-postadress": "testperson1@example.se", "Ålder": "41" };
  for (const [label, text] of Object.entries(about)) await person.writes(label, text);
  await person.picks("Vill inte svara");
  await person.presses("Fortsätt");
  await person.presses("Fortsätt");
  await person.presses("Skicka förslaget");
  const found = (await person.page.locator("main").innerText()).match(/\b9\d{4}\b/);
  assert.ok(found, "the page after sending names the proposal's number");
  return found[0];
}
