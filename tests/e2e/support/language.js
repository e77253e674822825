// Whether a page in English speaks English: Swedish on it must be marked as such (WCAG 3.1.2).

import assert from "node:assert/strict";

/** Words that every Swedish sentence has and no English one. */
const SWEDISH = ["och", "att", "är", "för", "inte", "som", "på", "till", "av", "det", "den", "har", "ett", "vid", "ska", "blir"];

/** Names stay as they are in any language. */
const NAMES = [/nämnden för .*/gi, /\S*- (och|samt) \S+/g, /\S+ och \S+nämnden/gi, /demokrati och medborgarservice/gi];

/** The texts of a page in English that are Swedish and not marked with their language. */
export async function unmarkedSwedish(page) {
  const texts = await page.evaluate(() => {
    const { document, NodeFilter } = globalThis;
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const within = node.parentElement.closest("[lang]");
      if (within?.lang === "sv" || node.parentElement.closest("script, style, textarea, [hidden]")) continue;
      found.push(node.data.trim());
    }
    return found;
  });
  return texts.filter((text) => {
    const said = NAMES.reduce((rest, name) => rest.replace(name, ""), text).toLowerCase().split(/[^a-zåäö]+/);
    return said.some((word) => SWEDISH.includes(word));
  });
}

/** Asserts that a page in English holds no Swedish but what is marked. */
export async function speaksEnglish(page) {
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.deepEqual(await unmarkedSwedish(page), [], `Swedish on ${page.url()}`);
}
