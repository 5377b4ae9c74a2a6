import { useEffect, useRef, useState } from "preact/hooks";
import type { Playground } from "../../../app/playground";
import type { ConnectionTest } from "../../../gateway/live/test-connection";
import type { Route } from "../../../shared/access-token";
import { messageOf } from "../../../shared/message-of";
import type { SavedAccount } from "../../../vault/vault-api";

type TestState =
  | { readonly kind: "none" }
  | { readonly kind: "running" }
  | { readonly kind: "done"; readonly test: ConnectionTest }
  | { readonly kind: "ended"; readonly message: string };

const ROUTES: Readonly<Record<Route, string>> = {
  bearer: "Authorization header",
  query: "token as a parameter",
  proxy: "through this page's own server",
};

/** How an account's requests travel, in words for people. */
export function routeText(route: Route | null): string {
  return route === null ? "Not tested yet" : `Works: ${ROUTES[route]}`;
}

/** The state of an account's connection test, and how to start and cancel it. */
export function useConnectionTest(playground: Playground, account: SavedAccount) {
  const [state, setState] = useState<TestState>({ kind: "none" });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const start = async () => {
    const controller = new AbortController();
    running.current = controller;
    setState({ kind: "running" });
    try {
      const test = await playground.accounts.test(account.id, controller.signal);
      if (!controller.signal.aborted) setState({ kind: "done", test });
    } catch (error) {
      if (controller.signal.aborted) return;
      const reason = messageOf(error);
      setState({ kind: "ended", message: `The test could not be made: ${reason}` });
    }
  };
  const cancel = () => {
    running.current?.abort();
    setState({ kind: "ended", message: "The test was cancelled." });
  };
  return { state, start, cancel };
}

/** What a test found: the verdict, and each way that was tried. */
export function TestOutcome({ state }: { state: TestState }) {
  return (
    <div class="accounts-test" role="status">
      {state.kind === "running" && <p class="pane-note">Asking the API who the token belongs to…</p>}
      {state.kind === "ended" && <p class="pane-note">{state.message}</p>}
      {state.kind === "done" && (
        <>
          <p class={state.test.ok ? "accounts-good" : "accounts-wrong"}>{state.test.message}</p>
          <ul class="accounts-attempts">
            {state.test.attempts.map(({ route, outcome }) => (
              <li key={route}>
                <strong>{ROUTES[route]}:</strong> {outcome}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
