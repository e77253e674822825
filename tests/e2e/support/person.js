// A person at a page, in the user's verbs: opens, follows, presses, writes, picks, reads.
// Everything is found as a person finds it, by the words on it, so a page that cannot be used by name fails.

import assert from "node:assert/strict";

/** How long a page may take to show what was asked for. */
const PATIENCE_MS = 10_000;

export class Person {
  /** `page` is a Playwright page; `address` is the only host it may ask; `script` whether its scripts run. */
  constructor(page, address, script) {
    this.page = page;
    page.torgetScript = script;
    this.faults = [];
    page.setDefaultTimeout(PATIENCE_MS);
    page.on("pageerror", (error) => this.faults.push(`script error on ${page.url()}: ${error.message}`));
    page.on("console", (message) => {
      const expected = /status of 4\d\d/.test(message.text());
      if (message.type() === "error" && !expected) this.faults.push(`console on ${page.url()}: ${message.text()}`);
    });
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(address) && !url.startsWith("data:")) this.faults.push(`asked a third party: ${url}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 500) this.faults.push(`${response.status()} from ${response.url()}`);
    });
  }

  /** Goes to an address of the site and returns the status. */
  async opens(path) {
    const response = await this.page.goto(path);
    return response.status();
  }

  /** Follows the link with these words. */
  async follows(words, options = {}) {
    await this.page.getByRole("link", { name: words, ...options }).first().click();
  }

  /** Presses the button with these words. */
  async presses(words, options = {}) {
    await this.page.getByRole("button", { name: words, ...options }).first().click();
  }

  /** Writes in the field with this label, or the one whose label begins so ("Rubrik (frivilligt)"). */
  async writes(label, text) {
    const exactly = this.page.getByLabel(label, { exact: true });
    const field = (await exactly.count()) ? exactly : this.page.getByLabel(label);
    await field.fill(text);
  }

  /** Picks the option, in a list if `list` names one, else a radio button. */
  async picks(option, list) {
    if (list) await this.page.getByLabel(list).selectOption({ label: option });
    else await this.page.getByRole("radio", { name: option }).check();
  }

  /** Ticks the box with this label. */
  async ticks(label) {
    await this.page.getByRole("checkbox", { name: label }).check();
  }

  /** Asserts that the page's main heading says this. */
  async reads_heading(words) {
    await this.page.getByRole("heading", { level: 1, name: words }).waitFor();
  }

  /** Asserts that these words can be seen. */
  async reads(words) {
    await this.page.getByText(words).first().waitFor();
  }

  /** Asserts that these words are not on the page. */
  async does_not_read(words) {
    assert.equal(await this.page.getByText(words).count(), 0, `"${words}" stands on ${this.page.url()}`);
  }

  /** Asserts that nothing went wrong that a person would not see: scripts, third parties, answers of 500. */
  met_no_fault() {
    assert.deepEqual(this.faults, []);
  }
}
