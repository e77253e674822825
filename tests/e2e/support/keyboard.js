// A person without a mouse: everything is reached with Tab, and what has the focus can be seen.

import assert from "node:assert/strict";

/** More stops than any page has. */
const STOPS = 80;

/** Presses Tab until this has the focus, and asserts that the focus is drawn. */
export async function tabsTo(person, role, name) {
  const wanted = person.page.getByRole(role, { name, exact: typeof name === "string" }).first();
  await wanted.waitFor();
  for (let stop = 0; stop < STOPS; stop += 1) {
    await person.page.keyboard.press("Tab");
    const drawn = await wanted.evaluate((element) => {
      if (element !== globalThis.document.activeElement) return null;
      const { outlineStyle, outlineWidth } = globalThis.getComputedStyle(element);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    });
    if (drawn !== null) return assert.ok(drawn, `the focus on "${name}" cannot be seen at ${person.page.url()}`);
  }
  assert.fail(`Tab never reaches "${name}" at ${person.page.url()}`);
}

/** Goes to a field and types in it. */
export async function typesIn(person, name, text) {
  await tabsTo(person, "textbox", name);
  await person.page.keyboard.type(text);
}

/** Goes to a button or link and presses Enter, and waits for the page it leads to. */
export async function presses(person, role, name) {
  await tabsTo(person, role, name);
  await Promise.all([person.page.waitForNavigation(), person.page.keyboard.press("Enter")]);
}
