// E-legitimation for real: `torget serve` against a provider of another maker that speaks the Swedish OpenID Connect
// profile. The right ones come in; the wrong ones read what to do.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { get } from "node:https";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { WITH_AND_WITHOUT_SCRIPT as VISITORS } from "./support/browser.js";
import { BINARY, makeFolder, startDemoIn } from "./support/demo.js";
import { inspect } from "./support/look.js";
import { openid_server, serve_openid } from "./support/openid.js";
import { start_serve } from "./support/serve.js";
import { site } from "./support/site.js";

const BUTTON = "Logga in med Svensk e-legitimation";
const ON = "Fortsätt till Svensk e-legitimation";

const run = promisify(execFile);

let provider;
let asked;
let serve;
const torget = site(begin);

/** A demo makes the data, then `serve` takes them over with a key made for it and the profile of the documentation. */
async function begin() {
  const { folder, forget } = await makeFolder();
  await (await startDemoIn(folder)).stop();
  const key = join(folder, "eid-key.pem");
  await run(BINARY, ["admin", "make-eid-key", key]);
  serve = await start_serve(folder, async (made) => {
    asked = await openid_server(made);
    return profile(asked.issuer, key);
  });
  const jwks = await json(`${serve.address}/.well-known/jwks.json`, serve.ca);
  provider = serve_openid(asked, { address: serve.address, jwks });
  const stop = async () => {
    asked.server.closeAllConnections();
    await new Promise((resolve) => asked.server.close(resolve));
    await serve.stop();
    await forget();
  };
  return { address: serve.address, stop };
}

const profile = (issuer, key) => `
[[eid]]
code = "svensk"
name = "Svensk e-legitimation"
name_en = "Swedish e-identification"
issuer = "${issuer}"
client_id = "https://torget.example"
client_auth = "private_key_jwt"
client_key_file = "${key}"
request_object = "signed"
userinfo = "signed"
scopes = "https://id.oidc.se/scope/naturalPersonInfo https://id.oidc.se/scope/naturalPersonNumber https://id.swedenconnect.se/scope/eidasNaturalPersonIdentity"
`;

const json = (url, ca) => new Promise((resolve, reject) => {
  get(url, { ca }, async (answer) => {
    let text = "";
    for await (const part of answer) text += part;
    resolve(JSON.parse(text));
  }).once("error", reject);
});

/** Goes to the provider and is this person there. */
async function is(person, who) {
  await person.opens("/sv/logga-in");
  await person.follows(BUTTON);
  await person.presses(ON);
  await person.presses(who, { exact: true });
}

/** A visitor of the site and of the provider; other addresses stay faults. */
const as = (visitor, story) => torget.as(visitor, async (person) => {
  await story(person);
  person.faults = person.faults.filter((fault) => !fault.includes(asked.issuer));
});

for (const visitor of VISITORS) {
  for (const who of ["personnummer", "samordningsnummer, osäker", "utländsk A", "utländsk C"]) {
    test(`${who} comes in (${visitor.name})`, () => as(visitor, async (person) => {
      await is(person, who);
      await person.reads_heading("Berätta vem du är");
      assert.deepEqual(provider.faults.splice(0), []);
      const cookies = await person.page.context().cookies();
      const session = cookies.find(({ name }) => name === "__Host-session");
      assert.deepEqual([session.secure, session.httpOnly, session.sameSite], [true, true, "Lax"]);
    }));
  }
}

for (const [who, heading] of [
  ["för svag", "Din e-legitimation räcker inte"],
  ["svag ändå", "Din e-legitimation räcker inte"],
  ["avbryter", "Du avbröt inloggningen"],
  ["fel nonce", "Inloggningen kunde inte slutföras"],
  ["fel utfärdare", "Inloggningen kunde inte slutföras"],
  ["utgången", "Inloggningen kunde inte slutföras"],
  ["osignerad", "Inloggningen kunde inte slutföras"],
  ["någon annan", "Inloggningen kunde inte slutföras"],
]) {
  test(`${who} stays out and reads what to do`, () => as(VISITORS[0], async (person) => {
    await is(person, who);
    await person.reads_heading(heading);
    await inspect(person.page, `eid ${who}`);
    const cookies = await person.page.context().cookies();
    assert.equal(cookies.find(({ name }) => name === "__Host-session"), undefined);
    await person.follows("Till inloggningen");
    await person.reads_heading("Logga in");
    provider.faults.length = 0;
  }));
}

test("one who has got a personnummer is who she was", () => as(VISITORS[0], async (person) => {
  await is(person, "har fått personnummer");
  await person.page.waitForURL(/\/sv\//);
  await person.opens("/sv/mina-sidor");
  await person.page.locator("main").getByText("Testperson 11").first().waitFor();
  assert.deepEqual(provider.faults.splice(0), []);
}));

test("a code is taken once", () => as(VISITORS[0], async (person) => {
  const answers = [];
  person.page.on("request", (request) => {
    if (request.url().includes("/e-legitimation/svar")) answers.push(new URL(request.url()));
  });
  await is(person, "personnummer");
  await person.reads_heading("Berätta vem du är");
  const code = answers[0].searchParams.get("code");
  assert.equal(answers[0].searchParams.get("iss"), asked.issuer);
  await person.page.context().clearCookies();
  await person.opens("/sv/logga-in");
  await person.follows(BUTTON);
  const request = await person.page.locator("input[name=request]").inputValue();
  const { state } = JSON.parse(Buffer.from(request.split(".")[1], "base64url"));
  const again = new URLSearchParams({ code, state, iss: asked.issuer });
  assert.equal(await person.opens(`/e-legitimation/svar?${again}`), 400);
  await person.reads_heading("Inloggningen kunde inte slutföras");
  provider.faults.length = 0;
}));

test("the page that leads away is for everyone", () => as(VISITORS[0], async (person) => {
  await person.opens("/sv/logga-in");
  await person.follows(BUTTON);
  await person.reads_heading(BUTTON);
  await inspect(person.page, "eid departure");
}));

test("check-config holds the profile against what the provider says", { timeout: 60_000 }, async () => {
  const { TORGET_BINARY: _, ...env } = { ...process.env, ...serve.settings };
  const check = (more) => run(BINARY, ["check-config", "--ask", "--config", serve.file], { env: { ...env, ...more } });
  assert.match((await check({})).stdout, /fits its profile/);
  const wrong = {
    TORGET_EID_2_CODE: "wrong",
    TORGET_EID_2_NAME: "Wrong",
    TORGET_EID_2_ISSUER: `${asked.issuer}/elsewhere`,
    TORGET_EID_2_CLIENT_ID: "torget",
    TORGET_EID_2_CLIENT_SECRET: "a secret that is long enough",
  };
  await assert.rejects(check(wrong), ({ stderr }) => stderr.includes("eid wrong: issuer"));
});
