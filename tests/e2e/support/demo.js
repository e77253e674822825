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

/** How the demo says where it answers. */
const SAYS_ADDRESS = /(https?:\/\/(?:localhost|127\.0\.0\.1):\d+)/;

/**
 * Starts a program, with `settings` in its environment, that prints its address, the group of `says_address`, when it answers.
 * Resolves to `{ address, said, stop }`; rejects with what it printed when it ends or stays silent.
 */
export async function start(command, args, says_address = SAYS_ADDRESS, settings = {}) {
  // Ours and no setting of the program, which refuses what it does not know.
  const { TORGET_BINARY: _, ...env } = process.env;
  const child = spawn(command, args, { cwd: ROOT, env: { ...env, ...settings }, stdio: ["ignore", "pipe", "pipe"] });
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
        const found = line.match(says_address);
        if (found) resolve(found.slice(1).find(Boolean));
      });
    }
    child.once("error", (error) => fail(error.message));
    ended.then((status) => fail(`ended with ${status}`));
  });
  try {
    return { address: await answer, said, stop };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** A folder of one's own, and how to remove it. */
export async function makeFolder() {
  const folder = await mkdtemp(join(tmpdir(), "torget-e2e-"));
  return { folder, forget: () => rm(folder, { recursive: true, force: true }) };
}

/** A demo on this folder. */
export function startDemoIn(folder) {
  return start(BINARY, ["demo", "--port", "0", "--data", folder]);
}

/** A demo of one's own, with its folder; `stop()` ends it and removes the folder. */
export async function startDemo() {
  const { folder, forget } = await makeFolder();
  try {
    const demo = await startDemoIn(folder);
    return { ...demo, folder, stop: () => demo.stop().finally(forget) };
  } catch (error) {
    await forget();
    throw error;
  }
}
