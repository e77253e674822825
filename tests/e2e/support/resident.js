// What residents do on the way, told once for all the tests.

/** Signs in with the demo's test e-legitimation as one of its numbered people. */
export async function signsInAs(person, who) {
  await person.opens("/sv/logga-in");
  await person.follows(/^Logga in med/);
  await person.presses(new RegExp(`${who}\\b`));
}

/** The session ends; what the browser knows besides stays. */
export async function sessionEnds(person) {
  await person.page.context().clearCookies({ name: "session" });
}

/** Goes on by a link or by a button, whichever the page offers. */
export async function goesTo(person, words) {
  const link = person.page.getByRole("link", { name: words, exact: true });
  await ((await link.count()) ? link : person.page.getByRole("button", { name: words, exact: true })).first().click();
}

/** Types the newest code sent to this address on the page that waits for it, and signs in. */
export async function typesCode(person, address, words) {
  const waiting = person.page.url();
  const code = await codeFor(person, address);
  await person.opens(waiting);
  await person.writes(words.code, code);
  await person.page.locator("main").getByRole("button", { name: words.signIn, exact: true }).click();
}

async function codeFor(person, address) {
  for (let tries = 0; tries < 60; tries += 1) {
    await person.opens(`/sv/demo/post?till=${encodeURIComponent(address)}`);
    const found = (await person.page.locator("main").innerText()).match(/(\d{8}|\d{4}\s\d{4}) (är din kod|is your code)/);
    if (found) return found[1];
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  throw new Error(`no code came to ${address}`);
}

/** Sends a proposal about the whole city, signed in, and returns its number. */
export async function proposes(person, title, text) {
  await person.opens("/sv/forslag/nytt");
  await person.writes("Rubrik", title);
  await person.writes("Ditt förslag", text);
  await person.picks("Trafik och kommunikationer", "Ämne");
  await goesTo(person, "Fortsätt");
  await person.presses(/fortsätt$/i);
  await person.picks("Hela staden");
  await goesTo(person, "Fortsätt");
  await person.writes("Förnamn", "Testperson");
  await person.writes("Efternamn", "1");
  await person.writes("Adress", "Exempelgatan 1");
  await person.writes("Ort", "Göteborg");
  await person.writes("E-postadress", "testperson1@example.se");
  await person.writes("Ålder", "41");
  await person.picks("Vill inte svara");
  await goesTo(person, "Fortsätt");
  await goesTo(person, "Fortsätt");
  await person.presses("Skicka förslaget");
  const [number] = (await person.page.locator("main").innerText()).match(/\b9\d{4}\b/);
  return number;
}
