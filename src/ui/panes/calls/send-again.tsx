import { useSignal, useSignalEffect } from "@preact/signals";
import { Send, X } from "lucide";
import { useEffect, useRef } from "preact/hooks";
import { usePage } from "../../page";
import { Button } from "../../parts/button";
import { LuaField } from "../../snippet/lua-field";

/** A call as Lua, to edit and send again. Errors are shown below it. */
export function SendAgain({ source: original, onClose }: { source: string; onClose(): void }) {
  const { playground, shell } = usePage();
  const { run, mode } = playground;
  const source = useSignal(original);
  const problem = useSignal<string | null>(null);
  const sending = useSignal<AbortController | null>(null);
  const box = useRef<HTMLElement>(null);
  const stop = () => sending.peek()?.abort();
  useEffect(() => {
    const opener = document.activeElement;
    box.current?.querySelector("textarea")?.focus();
    return () => {
      stop();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  // The page's own run comes first.
  useSignalEffect(() => {
    if (run.phase.value.kind === "running") stop();
  });
  const send = async () => {
    if (sending.peek() !== null || run.phase.peek().kind === "running") return;
    const over = new AbortController();
    sending.value = over;
    problem.value = null;
    const { sendAgain } = await import("../../../app/send-again");
    const sent = await sendAgain(run, source.peek(), mode.mode.peek(), over.signal);
    sending.value = null;
    if ("problem" in sent) problem.value = sent.problem;
    else shell.jumps.call.value = sent.id;
  };
  const start = () => void playground.notices.attempt("send the call", send);
  const live = mode.mode.value === "live";
  return (
    <section class="calls-again" aria-label="Send a call again" ref={box}>
      <LuaField
        label="Call"
        source={source.value}
        onChange={(text) => {
          source.value = text;
        }}
        onRun={start}
        onStop={stop}
      />
      {problem.value !== null && (
        <p class="calls-again-problem" role="alert">
          {problem.value}
        </p>
      )}
      <div class="calls-buttons">
        <Button
          icon={Send}
          disabled={sending.value !== null || run.phase.value.kind === "running"}
          onClick={start}
        >
          {live ? "Send live" : "Send"}
        </Button>
        <Button icon={X} onClick={onClose}>
          Close
        </Button>
      </div>
    </section>
  );
}
