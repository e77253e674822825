// What is looked at on every page: accessibility by axe, width, and a picture for human eyes.

import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

const SHOTS = new URL("../shots/", import.meta.url).pathname;
const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds on the page as it stands now: one line for each broken rule and place. */
export async function violations(page) {
  const twin = page.torgetScript === false ? await twinOf(page) : null;
  const seen = twin ?? page;
  try {
    // Evaluated from outside, so that the page's content security policy holds.
    await seen.evaluate(AXE);
    const result = await seen.evaluate(
      (rules) => globalThis.axe.run(globalThis.document, { runOnly: rules, resultTypes: ["violations"] }),
      RULES,
    );
    return result.violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html}`));
  } finally {
    await twin?.context().close();
  }
}

/**
 * The same page where axe can run: axe needs timers, which never fire for a visitor without script.
 * The twin shows what that visitor sees, <noscript> included, and runs none of the page's own scripts.
 */
async function twinOf(page) {
  const body = (await page.content()).replace(/<\/?noscript[^>]*>/g, "");
  const context = await page.context().browser().newContext({ viewport: page.viewportSize(), reducedMotion: "reduce" });
  const twin = await context.newPage();
  const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": "script-src 'none'" };
  await twin.route(page.url(), (route) => route.fulfill({ status: 200, headers, body }));
  await twin.goto(page.url());
  return twin;
}

/** Asserts that axe finds nothing (WCAG 2.2 AA and best practice). */
export async function axe(page) {
  assert.deepEqual(await violations(page), [], `axe on ${page.url()}`);
}

/** Asserts that nothing makes the page wider than the window. */
export async function fits(page) {
  const [wide, window] = await page.evaluate(() => [
    globalThis.document.documentElement.scrollWidth,
    globalThis.document.documentElement.clientWidth,
  ]);
  assert.ok(wide <= window, `${page.url()} is ${wide} px wide in a window of ${window} px`);
}

/** Asserts that the page has one main heading, and says the language its address says. */
export async function headed(page) {
  const [headings, language] = await page.evaluate(() => [
    globalThis.document.querySelectorAll("h1").length,
    globalThis.document.documentElement.lang,
  ]);
  assert.equal(headings, 1, `main headings on ${page.url()}`);
  const [, code] = new URL(page.url()).pathname.match(/^\/(sv|en)\//) ?? [];
  assert.equal(language, code ?? language, `the language of ${page.url()}`);
}

/** Saves the whole page as tests/e2e/shots/NAME-WIDTH.png. */
export async function shot(page, name) {
  await mkdir(SHOTS, { recursive: true });
  const { width } = page.viewportSize();
  await page.screenshot({ path: join(SHOTS, `${name}-${width}.png`), fullPage: true });
}

/** All of the above: every page of the path is looked at so, and its picture is taken. */
export async function inspect(page, name) {
  await axe(page);
  await fits(page);
  await headed(page);
  await shot(page, name);
}
