// The helpers tested on pages made to break them: a check that cannot fail checks nothing.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { VISITORS } from "./support/browser.js";
import { start } from "./support/demo.js";
import { fits, inspect, violations } from "./support/look.js";
import { site } from "./support/site.js";

const GOOD = `<!doctype html><html lang="sv"><title>Torget</title><main><h1>Förslag</h1>
  <form action="/sv/klart"><label>Rubrik <input name="title"></label><button>Skicka</button></form>
  <p id="s"></p><script>document.getElementById("s").textContent = "Med skript"</script></main></html>`;
const BAD = `<!doctype html><html><title>Torget</title><main><h1>Fel</h1><img src="/i.png"><input>
  <div style="width: 3000px">bred</div></main></html>`;
const DONE = `<!doctype html><html lang="sv"><title>Klart</title><main><h1>Klart</h1></main></html>`;
const FAULTY = `<!doctype html><html lang="sv"><title>Fel</title><main><h1>Fel</h1>
  <img alt="" src="http://127.0.0.1:9/track.png"></main><script>throw new Error("oj")</script></html>`;

async function pages() {
  const shown = { "/good": GOOD, "/bad": BAD, "/sv/klart": DONE, "/faulty": FAULTY };
  const server = createServer((request, response) => {
    const page = shown[request.url.split("?")[0]];
    response.writeHead(page ? 200 : 404, { "content-type": "text/html; charset=utf-8" }).end(page);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = () => new Promise((resolve) => server.close(resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, stop };
}

const made = site(pages);

for (const visitor of VISITORS) {
  test(`${visitor.name}: a good page passes and can be used by its words`, async () => {
    await made.as(visitor, async (person) => {
      assert.equal(await person.opens("/good"), 200);
      await inspect(person.page, "support");
      if (visitor.script) await person.reads("Med skript");
      else await person.does_not_read("Med skript");
      await person.writes("Rubrik", "Fler lekplatser");
      await person.presses("Skicka");
      await person.reads_heading("Klart");
      assert.match(person.page.url(), /title=Fler\+lekplatser/);
    });
  });

  test(`${visitor.name}: barriers and overflow are found`, async () => {
    await made.as(visitor, async (person) => {
      await person.opens("/bad");
      const found = (await violations(person.page)).join("\n");
      for (const rule of ["image-alt", "label", "html-has-lang"]) assert.match(found, new RegExp(rule));
      await assert.rejects(fits(person.page), /px wide in a window of/);
    });
  });
}

test("what a person does not see is a fault: scripts that fail, third parties", async () => {
  const story = (person) => person.opens("/faulty");
  await assert.rejects(made.as(VISITORS[0], story), (error) => {
    const faults = error.actual.join("\n");
    return /script error/.test(faults) && /third party: http:\/\/127\.0\.0\.1:9\/track\.png/.test(faults);
  });
});

test("a program that ends before it answers is reported with what it said", async () => {
  await assert.rejects(start("sh", ["-c", "echo no port; exit 3"]), /ended with 3\nno port/);
});
