import { test } from "../support/box-page";
import { liveCases } from "../support/live-cases";

test("the page is isolated, as live mode requires", ({ box }) =>
  box.pass("the page is isolated, as live mode needs"));

test.describe("a live run against a server that speaks HTTP", () => {
  for (const { name } of liveCases) test(name.replace(/^live: /, ""), ({ box }) => box.pass(name));
});
