// One running demo and one browser for a test file, and a fresh visitor for each test.

import { after, before } from "node:test";
import { contextFor, launch } from "./browser.js";
import { startDemo } from "./demo.js";
import { Person } from "./person.js";

/**
 * Call once in a test file. `as(visitor, story)` tells a story with a fresh visitor and fails on hidden faults too.
 * `begin` starts what is visited; the demo unless a test brings its own.
 */
export function site(begin = startDemo) {
  let running, browser;
  before(async () => {
    running = await begin();
    browser = await launch();
  }, { timeout: 180_000 });
  after(async () => {
    await browser?.close();
    await running?.stop();
  });
  return {
    get address() {
      return running.address;
    },
    async as(visitor, story, language) {
      const context = await contextFor(browser, visitor, running.address, language);
      try {
        const person = new Person(await context.newPage(), running.address, visitor.script);
        await story(person);
        person.met_no_fault();
      } finally {
        await context.close();
      }
    },
  };
}
