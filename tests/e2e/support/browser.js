// A real Chromium, and the visitors every page must serve: phone and desk, with script and without.

import { access } from "node:fs/promises";
import { chromium } from "playwright-core";

/** Where Debian and others put it; CHROMIUM names another. */
const PLACES = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** No sandbox, since tests may run as root; the rest keeps the browser from talking to anyone but us. */
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** Everyone a page of the path is shown to. */
export const VISITORS = [
  { name: "phone", width: 360, height: 740, script: true },
  { name: "phone without script", width: 360, height: 740, script: false },
  { name: "desk", width: 1280, height: 900, script: true },
  { name: "desk without script", width: 1280, height: 900, script: false },
];

/** One with script and one without, for journeys whose width does not matter. */
export const WITH_AND_WITHOUT_SCRIPT = [VISITORS[0], VISITORS[3]];

/** Starts the browser; `PLAYWRIGHT` downloads nothing, the machine's own Chromium is used. */
export async function launch() {
  for (const place of PLACES.filter(Boolean)) {
    if (await access(place).then(() => true, () => false)) {
      return chromium.launch({ executablePath: place, headless: true, args: FLAGS });
    }
  }
  throw new Error("no Chromium found: apt-get install chromium, or set CHROMIUM");
}

/** A fresh context (no cookies) for one visitor, Swedish unless told otherwise. */
export function contextFor(browser, visitor, address, language = "sv-SE") {
  return browser.newContext({
    baseURL: address,
    viewport: { width: visitor.width, height: visitor.height },
    javaScriptEnabled: visitor.script,
    locale: language,
    timezoneId: "Europe/Stockholm",
    reducedMotion: "reduce",
    // A test's own TLS proxy has a certificate of an authority that browsers do not know.
    ignoreHTTPSErrors: address.startsWith("https:"),
  });
}
