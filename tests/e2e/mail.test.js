// Mail for real: `torget serve` with a whole configuration hands its mail to a relay that speaks SMTP with STARTTLS and
// a password, and that is away, busy or refuses as relays are. People act on what arrives.

import assert from "node:assert/strict";
import { test } from "node:test";
import { contextFor, launch, VISITORS } from "./support/browser.js";
import { makeFolder, startDemoIn } from "./support/demo.js";
import { inspect } from "./support/look.js";
import { Person } from "./support/person.js";
import { header } from "./support/relay.js";
import { start_serve } from "./support/serve.js";
import { site } from "./support/site.js";

let torget;
let nearly;
const serve = site(begin);

const RESIDENT = "testperson701@example.se";
const ENGLISH = "testperson702@example.se";
const REFUSED = "testperson703@example.se";

/** A demo makes the data, one proposal one signature short of the threshold; then `serve` takes them over. */
async function begin() {
  const { folder, forget } = await makeFolder();
  try {
    const demo = await startDemoIn(folder);
    try {
      nearly = await one_short(demo.address);
    } finally {
      await demo.stop();
    }
    torget = await start_serve(folder);
    return { address: torget.address, stop: () => torget.stop().finally(forget) };
  } catch (error) {
    await forget();
    throw error;
  }
}

async function one_short(address) {
  const answer = await fetch(`${address}/api/v1/proposals?stage=collecting&limit=100`);
  const { proposals } = await answer.json();
  const living = proposals.find(({ number, signature_count, threshold }) =>
    number > 90_000 && signature_count < threshold - 1);
  const missing = living.threshold - 1 - living.signature_count;
  const browser = await launch();
  try {
    const page = await (await contextFor(browser, VISITORS[3], address)).newPage();
    const person = new Person(page, address, false);
    await person.opens("/sv/demo");
    await person.writes("Förslagets nummer", String(living.number));
    await person.writes("Antal testpersoner", String(missing));
    await person.presses("Låt dem skriva under");
    await person.reads(`${missing} testpersoner skrev under förslag ${living.number}`);
  } finally {
    await browser.close();
  }
  return living;
}

/** What every mail is like, whatever it says. */
function is_well_formed(mail, address, language) {
  const { message } = mail;
  assert.deepEqual(mail.to, [address], "one person, one mail");
  assert.deepEqual([mail.is_encrypted, mail.user], [true, "torget"], "by STARTTLS, signed in");
  assert.equal(mail.from, "torget@example.se");
  assert.deepEqual([message.from.name, message.from.address], ["Göteborgsförslaget", "torget@example.se"]);
  assert.deepEqual(message.to.map((to) => [to.name, to.address]), [["", address]], "no name of hers goes out");
  assert.equal(message.replyTo[0].address, "svar@example.se");
  assert.match(message.messageId, /^<[0-9a-f]{32}@example\.se>$/, "made of nothing that names her");
  assert.ok(Math.abs(Date.now() - new Date(header(mail, "Date")).getTime()) < 300_000, header(mail, "Date"));
  assert.equal(header(mail, "Content-Language"), language);
  assert.equal(header(mail, "Auto-Submitted"), "auto-generated");
  assert.equal(header(mail, "MIME-Version"), "1.0");
  assert.match(header(mail, "Content-Type"), /^multipart\/alternative/);
  const known = [
    "from", "to", "reply-to", "subject", "message-id", "date", "content-language", "auto-submitted", "mime-version",
    "content-type", "content-transfer-encoding", "list-unsubscribe", "list-unsubscribe-post",
  ];
  const others = message.headers.map(({ key }) => key).filter((key) => !known.includes(key));
  assert.deepEqual(others, [], "no header tells more than needed");
  assert.match(message.html, new RegExp(`<html lang="${language}"`));
  assert.doesNotMatch(message.html, /<script|<style|<img|style=/);
  for (const url of links(mail)) {
    assert.ok(url.startsWith(torget.address), url);
    assert.ok(message.html.includes(url), `${url} stands in both forms`);
  }
  const longest = Math.max(...mail.raw.split("\r\n").map((line) => Buffer.byteLength(line)));
  assert.ok(longest <= 998, `a line of ${longest} bytes (RFC 5322 §2.1.1)`);
}

function links({ message }) {
  return message.text.match(/https:\/\/[^\s>]+/g) ?? [];
}

async function asks_for_code(person, address) {
  await person.opens("/sv/logga-in");
  await person.writes("Din e-postadress", address);
  await person.presses("Skicka en kod");
}

const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1_000));

test("a code waits for a relay that is away, comes once, and its link lets her in to sign", { timeout: 300_000 }, async () => {
  await serve.as(VISITORS[0], async (person) => {
    await person.opens(`/sv/forslag/${nearly.number}`);
    await person.presses("Skriv under");
    await person.writes("Din e-postadress", RESIDENT);
    await person.presses("Skicka en kod");
    await pause(2);
    await torget.relay.listen(torget.relay_port);
    const mail = await torget.relay.mail_to(RESIDENT, /^\d{8} är din kod till Torget$/);
    is_well_formed(mail, RESIDENT, "sv");
    assert.equal(header(mail, "List-Unsubscribe"), undefined, "she asked for this one");
    assert.ok(mail.message.text.includes(mail.message.subject.slice(0, 8)));
    const [link] = links(mail);
    await person.opens(new URL(link).pathname);
    await inspect(person.page, "sv-mail-link");
    await person.presses("Logga in");
    await person.writes("Förnamn", "Testperson");
    await person.writes("Efternamn", "701");
    await person.writes("Ort där du bor", "Göteborg");
    await person.presses("Spara och fortsätt");
    await follows_and_signs(person);
    await pause(3);
    const codes = torget.relay.to(RESIDENT).filter(({ message }) => /är din kod/.test(message.subject));
    assert.equal(codes.length, 1, "tried again, come once");
  });
});

async function follows_and_signs(person) {
  await person.opens(`/sv/forslag/${nearly.number}`);
  await person.presses("Följ förslaget");
  await person.reads_heading("Du följer förslaget");
  await person.opens(`/sv/forslag/${nearly.number}`);
  await person.presses("Skriv under");
  await person.reads_heading("Tack, du har skrivit under");
  await person.reads(`Du är nummer ${nearly.threshold}`);
}

test("who follows is told by mail, and one press in her mail program ends it", { timeout: 300_000 }, async () => {
  const mail = await torget.relay.mail_to(RESIDENT, /^Förslaget har fått 200 underskrifter$/);
  is_well_formed(mail, RESIDENT, "sv");
  assert.ok(mail.message.text.includes(nearly.title));
  assert.ok(mail.message.text.includes("Du får det här mejlet för att du följer förslaget."));
  assert.doesNotMatch(mail.raw, /Testperson(=20| )701/, "her name is not in it");
  assert.equal(header(mail, "List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
  const way_out = header(mail, "List-Unsubscribe").match(/^<(.+)>$/)[1];
  assert.ok(links(mail).includes(way_out), "the same address in the letter");
  // RFC 8058 §3.2: the mail program posts without cookies and without an origin.
  assert.equal(await torget.post(way_out, "List-Unsubscribe=One-Click"), 200);
  assert.equal(torget.relay.to(RESIDENT).filter(({ message }) => /200 underskrifter/.test(message.subject)).length, 1);
});

test("a busy relay gets the mail again, once, in the language she reads", { timeout: 300_000 }, async () => {
  torget.relay.answers_with(ENGLISH, 451, "4.7.1 greylisted, come back later", 1);
  await serve.as(VISITORS[3], async (person) => {
    await person.opens("/en/logga-in");
    await person.writes("Your e-mail address", ENGLISH);
    await person.presses("Send a code");
    const mail = await torget.relay.mail_to(ENGLISH, /^\d{8} is your code for Torget$/);
    is_well_formed(mail, ENGLISH, "en");
    await person.writes("The code", mail.message.subject.slice(0, 8));
    await person.presses("Sign in");
    await person.reads_heading(/Welcome/);
  }, "en-GB");
  assert.deepEqual(torget.relay.attempts.filter((to) => to === ENGLISH), [ENGLISH, ENGLISH]);
  await pause(3);
  assert.equal(torget.relay.to(ENGLISH).length, 1);
});

test("an address that the relay refuses for good is noted and not tried again", { timeout: 300_000 }, async () => {
  torget.relay.answers_with(REFUSED, 550, `5.1.1 <${REFUSED}>: no such user`);
  await serve.as(VISITORS[3], (person) => asks_for_code(person, REFUSED));
  for (let tries = 0; !/mails_ended_total\{[^}]*outcome="failed"[^}]*\} 1/.test(await torget.metrics()); tries += 1) {
    assert.ok(tries < 60, await torget.metrics());
    await pause(1);
  }
  await pause(15);
  assert.equal(torget.relay.attempts.filter((to) => to === REFUSED).length, 1);
  assert.equal(torget.relay.to(REFUSED).length, 0);
});

test("the log names nobody", () => {
  assert.ok(torget.log.length > 0);
  assert.doesNotMatch(torget.log.join("\n"), /testperson\d|@example\.se/i);
});
