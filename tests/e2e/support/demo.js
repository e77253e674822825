// Starts the real binary as anyone would: `torget demo` on a free port with a folder of its own.

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const ROOT = new URL("../../../", import.meta.url).pathname;

/** The binary under test: what `cargo build` made, unless TORGET_BINARY names another. */
export const BINARY =
  process.env.TORGET_BINARY ?? join(process.env.CARGO_TARGET_DIR ?? join(ROOT, "target"), "debug", "torget");

/** How long the first start may take: it imports the city's proposals, with a debug build on a busy machine. */
const START_MS = 120_000;

/**
 * Starts a program that prints its address when it answers.
 * Resolves to `{ address, stop }`; rejects with what it printed when it ends or stays silent.
 */
export async function start(command, args) {
  const child = spawn(command, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
  const said = [];
  const ended = new Promise((resolve) => child.once("close", resolve));
  const stop = async () => {
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
    await ended;
    clearTimeout(timer);
  };
  let timer;
  const answer = new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`${command} ${args.join(" ")}: ${why}\n${said.join("\n")}`));
    timer = setTimeout(() => fail("printed no address in time"), START_MS);
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on("line", (line) => {
        said.push(line);
        const found = line.match(/https?:\/\/(?:localhost|127\.0\.0\.1):\d+/);
        if (found) resolve(found[0]);
      });
    }
    child.once("error", (error) => fail(error.message));
    ended.then((status) => fail(`ended with ${status}`));
  });
  try {
    return { address: await answer, stop };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** A demo of one's own, with its folder; `stop()` ends it and removes the folder. */
export async function startDemo() {
  const folder = await mkdtemp(join(tmpdir(), "torget-e2e-"));
  const forget = () => rm(folder, { recursive: true, force: true });
  try {
    const demo = await start(BINARY, ["demo", "--port", "0", "--data", folder]);
    return { ...demo, folder, stop: () => demo.stop().finally(forget) };
  } catch (error) {
    await forget();
    throw error;
  }
}
