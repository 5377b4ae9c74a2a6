import { BookOpen, Copy, CornerDownRight, Pencil, Smartphone } from "lucide";
import type { VNode } from "preact";
import type { Playground } from "../../../app/playground";
import type { CallRow } from "../../../gateway/call-row";
import { toCurl } from "../../../gateway/live/curl";
import type { Explanation } from "../../../integrations/catalog";
import type { HttpRequest } from "../../../shared/http-message";
import { type JsonValue, parseJson } from "../../../shared/json";
import { usePage } from "../../page";
import { Button } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { copyText } from "../shared/clipboard";
import { CopyButton } from "../shared/copy-button";
import { LongText } from "../shared/long-text";
import { Tree } from "../shared/tree";
import { jsonTree } from "../shared/tree-model";
import { callAsLua } from "./call-lua";

interface Props {
  readonly call: CallRow;
  readonly explanation: Explanation | null;
  onEdit(): void;
}

/** Details below a call: why it failed or what to watch for, its arguments, request and response. */
export function CallDetails({ call, explanation, onEdit }: Props) {
  const { playground, revealLine, showMessage } = usePage();
  const { line, request, response } = call;
  const copyLua = async () => {
    if (await copyText(playground.notices, callAsLua(call))) playground.notices.success("Copied as Lua.");
  };
  const sent = messageInWorld(playground, call);
  return (
    <div class="calls-details">
      {call.status === "unknown" && (
        <p class="calls-unknown">
          <strong>Outcome unknown.</strong> The connection was lost before a response arrived, so the write
          may or may not have happened. Check before you send it again.
        </p>
      )}
      {call.error !== null && (
        <p class="calls-error">
          <LongText class="pane-message" text={call.error} />
        </p>
      )}
      {explanation !== null && (
        <p class="calls-explanation">
          {explanation.text}{" "}
          <button type="button" class="link" onClick={() => playground.docs.open(explanation.page)}>
            <Icon node={BookOpen} size={12} /> Read more: {explanation.page}
          </button>
        </p>
      )}
      <div class="calls-buttons">
        {line !== null && (
          <Button icon={CornerDownRight} onClick={() => revealLine(line)}>
            Go to line {line}
          </Button>
        )}
        {sent !== null && (
          <Button icon={Smartphone} onClick={() => showMessage(sent)}>
            Show on the phone
          </Button>
        )}
        <Button icon={Pencil} onClick={onEdit}>
          Edit and send again
        </Button>
        <Button icon={Copy} onClick={() => void copyLua()}>
          Copy as Lua
        </Button>
      </div>
      <Section title="Arguments">
        {call.args.length === 0 ? (
          <p class="note">None.</p>
        ) : (
          <div class="calls-box">
            <Tree value={jsonTree(soleArgument(call.args))} />
          </div>
        )}
      </Section>
      <Section title="Request">
        {request === null ? (
          <p class="note">Not sent: the call was rejected before a request was made.</p>
        ) : (
          <RequestView request={request} curl={toCurl(request, call.group ?? undefined)} />
        )}
      </Section>
      {request !== null && (
        <Section title={response === null ? "Response" : `Response · HTTP ${response.status}`}>
          {response === null ? <p class="note">No response.</p> : <BodyView body={response.body} />}
        </Section>
      )}
    </div>
  );
}

/** The id of the message the call sent if it is in the simulated world (unlike a live one), or `null`. */
function messageInWorld({ worlds }: Playground, call: CallRow): string | null {
  const model = call.group === null ? undefined : worlds.all.value.get(call.group);
  const world = model?.world.value ?? null;
  return world === null ? null : (model?.simulator.value?.sentMessage?.(world, call) ?? null);
}

// Nearly every call takes one table, and a list around it would only get in the way.
function soleArgument(args: readonly JsonValue[]): JsonValue {
  const [first] = args;
  return args.length === 1 && first !== undefined ? first : args;
}

function Section({ title, children }: { title: string; children: VNode }) {
  return (
    <section class="calls-section">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function RequestView({ request, curl }: { request: HttpRequest; curl: string }) {
  return (
    <>
      <p class="calls-url">
        <strong>{request.method}</strong> {request.url}
      </p>
      <CopyBox label="Copy as curl" text={() => curl}>
        <LongText class="calls-text" text={curl} />
      </CopyBox>
    </>
  );
}

/** A response body: JSON as a tree, anything else as text. */
function BodyView({ body }: { body: string }) {
  if (body === "") return <p class="note">Empty body.</p>;
  const value = parseJson(body);
  const text = value === undefined ? body : JSON.stringify(value, null, 2);
  return (
    <CopyBox label="Copy response" text={() => text}>
      {value === undefined ? (
        <LongText class="calls-text" text={body} />
      ) : (
        <Tree value={jsonTree(value, 0)} />
      )}
    </CopyBox>
  );
}

function CopyBox({ label, text, children }: { label: string; text(): string; children: VNode }) {
  return (
    <div class="calls-box">
      <div class="calls-box-copy">
        <CopyButton label={label} text={text} />
      </div>
      {children}
    </div>
  );
}
