import { expect, test } from "vitest";
import { isLoopback } from "../../../src/shared/loopback";

test.each(["localhost", "graph.localhost", "127.0.0.1", "127.9.8.7", "[::1]"])(
  "%s is this machine",
  (name) => {
    expect(isLoopback(name)).toBe(true);
  },
);

test.each([
  "localhost.evil.example",
  "notlocalhost",
  "127.0.0.1.evil.example",
  "128.0.0.1",
  "0.0.0.0",
  "[::2]",
  "",
])("%j is another machine", (name) => {
  expect(isLoopback(name)).toBe(false);
});
