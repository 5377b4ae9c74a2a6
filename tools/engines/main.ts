/**
 * `npm run test:engines [-- chromium|firefox|webkit …] [--only=TEXT]`: the box, escape and live cases in each engine, then
 * a walk through the built page (`npm run build` first). A browser that is not installed is a failure that says how to
 * install it.
 */
import * as v from "valibot";
import { escapeCases } from "../../tests/support/escape-cases";
import { startTestSite } from "../../tests/support/test-site";
import { smokeApp } from "./app-smoke";
import { startChromium } from "./chromium";
import { startFirefox } from "./firefox";
import type { TestReport, TestResult } from "./report";
import { ENGINES, type EngineName, type Session } from "./session";
import { startWebkit } from "./webkit";

const STARTERS: Readonly<Record<EngineName, () => Promise<Session>>> = {
  chromium: startChromium,
  firefox: startFirefox,
  webkit: startWebkit,
};

/** A case that has not moved on for this long hangs. */
const PATIENCE_MS = 90_000;

const reportSchema = v.object({
  current: v.string(),
  results: v.array(v.object({ name: v.string(), problem: v.nullable(v.string()) })),
  done: v.boolean(),
  fatal: v.nullable(v.string()),
});

const args = process.argv.slice(2);
const only = args.find((arg) => arg.startsWith("--only="))?.slice("--only=".length) ?? "";
const named = ENGINES.filter((engine) => args.includes(engine));
const unknown = args.filter((arg) => !arg.startsWith("--only=") && !ENGINES.some((engine) => engine === arg));
if (unknown.length > 0) {
  console.error(`Unknown engine: ${unknown.join(", ")}. There are ${ENGINES.join(", ")}.`);
  process.exit(1);
}

const site = await startTestSite();
let passed = 0;
let failed = 0;
for (const engine of named.length > 0 ? named : ENGINES) await runEngine(engine);
await site.close();
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

async function runEngine(engine: EngineName): Promise<void> {
  let session: Session;
  try {
    session = await STARTERS[engine]();
  } catch (error) {
    failed += 1;
    console.log(`\n${engine}: ${error instanceof Error ? error.message : String(error)}`);
    return;
  }
  console.log(`\n${session.browser}`);
  try {
    const before = site.escaped.length;
    await session.open(site.url);
    await until(session, "typeof startTests === 'function'");
    await session.evaluate(`(startTests(${JSON.stringify({ ...site.config, only })}), true)`);
    const report = await follow(session);
    tally(report);
    if (only === "") tally({ current: "", done: true, fatal: null, results: await smokeApp(session) });
    if (session.burning !== undefined) tally(await endedLoops({ ...session, burning: session.burning }));
    const arrived = site.escaped.slice(before);
    if (arrived.length > 0) {
      failed += 1;
      console.log(`  FAILED  requests left the box: ${arrived.join(", ")}`);
    }
  } catch (error) {
    failed += 1;
    console.log(`  FAILED  ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await session.close();
  }
}

/** Stops every kind of loop, and checks after each whether a thread keeps running it. */
async function endedLoops(session: Session & Required<Pick<Session, "burning">>): Promise<TestReport> {
  const results: TestResult[] = [];
  let known = 0;
  const look = async (name: string) => {
    const burning = await session.burning();
    const problem = burning > known ? "its worker was ended and still burns a core" : null;
    known = burning;
    results.push({ name: `no thread burns after: ${name}`, problem });
  };
  await look("all of the above");
  await session.open(site.url);
  await until(session, "typeof openTests === 'function'");
  await finish(session, `openTests(${JSON.stringify({ ...site.config, only })})`);
  for (const { name, lua, stop } of escapeCases) {
    if (stop !== true || !name.includes(only)) continue;
    await finish(session, `startLoop(${JSON.stringify(lua)}).then(stopLoop)`);
    await look(name);
  }
  await finish(session, `startLoop('print("begun") while true do end')`);
  await session.open("about:blank");
  await look("leaving the page while a script runs");
  return { current: "", done: true, fatal: null, results };
}

/** Reads the page's report until it is done. Throws if it stalls for too long. */
async function follow(session: Session): Promise<TestReport> {
  let last = "";
  let since = Date.now();
  for (;;) {
    const text = await session.evaluate("JSON.stringify(testReport)").catch((error: unknown) => {
      throw new Error(`After "${last}" had begun: ${error instanceof Error ? error.message : String(error)}`);
    });
    const report = v.parse(v.pipe(v.string(), v.parseJson(), reportSchema), text);
    if (report.done) return report;
    if (report.current !== last) {
      last = report.current;
      since = Date.now();
    } else if (Date.now() - since > PATIENCE_MS) {
      tally(report);
      throw new Error(`"${last}" has not ended within ${PATIENCE_MS / 1000} seconds.`);
    }
    await pause(250);
  }
}

function tally(report: TestReport): void {
  for (const { name, problem } of report.results) {
    if (problem === null) {
      passed += 1;
      continue;
    }
    failed += 1;
    console.log(`  FAILED  ${name}\n          ${problem}`);
  }
  if (report.fatal !== null) throw new Error(report.fatal);
  console.log(`  ${report.results.filter((result) => result.problem === null).length} cases passed`);
}

/** Evaluates an expression that returns a promise, and awaits it. */
async function finish(session: Session, promise: string): Promise<void> {
  await session.evaluate(`(asked = false, ${promise}.then(() => { asked = true; }), true)`);
  await until(session, "asked", PATIENCE_MS);
}

async function until(session: Session, expression: string, patienceMs = 20_000): Promise<void> {
  const last = Date.now() + patienceMs;
  while (Date.now() < last) {
    if ((await session.evaluate(expression)) === true) return;
    await pause(100);
  }
  throw new Error(`Within ${patienceMs / 1000} seconds the test page did not come to this: ${expression}`);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
