import { BookOpen, CornerDownRight, Reply } from "lucide";
import type { ComponentChildren } from "preact";
import type { CallRow } from "../../../gateway/call-row";
import { usePage } from "../../../ui/page";
import { Icon } from "../../../ui/parts/icon";
import { type Message, messageIndex, type Outbound, type World } from "../simulator/page";
import { timeText } from "./clock";
import { timeOf, wordsOf } from "./conversations";
import { type Delivery, deliveryOf, hasArrived, sentenceOf } from "./delivery";
import { FormattedText, LinkCard } from "./formatted-text";
import { TickIcon } from "./pictures";
import { TemplateBody, TemplateButtons } from "./template-view";

export interface BubbleProps {
  readonly world: World;
  readonly message: Message;
  readonly name: string;
  /** The call of the last run that sent it, or `undefined` if none did. */
  readonly call: CallRow | undefined;
  /** Why the customer cannot answer now, or `null` if they can. */
  readonly mute: string | null;
  onReply(messageId: string, index: number): void;
}

/** One message: the business's on the right, the customer's on the left. */
export function Bubble(props: BubbleProps) {
  const { world, message, name } = props;
  const quoted =
    message.context === null || message.context === ""
      ? undefined
      : messageIndex.find(world.messages, message.context);
  return (
    <MessageFrame message={message} name={name} now={world.clock} quoted={quoted}>
      {message.direction === "outbound" && (
        <Outgoing {...props} message={message} delivery={deliveryOf(message, world.clock)} />
      )}
    </MessageFrame>
  );
}

interface FrameProps extends Pick<BubbleProps, "message" | "name"> {
  /** Simulated time, Unix milliseconds. */
  readonly now: number;
  readonly quoted?: Message | undefined;
  /** Shown below the message. */
  readonly children: ComponentChildren;
}

/** A message with its time and ticks. */
export function MessageFrame({ message, name, now, quoted, children }: FrameProps) {
  return (
    <article
      class={`phone-message phone-${message.direction}`}
      aria-label={sentenceOf(message, name, now)}
      tabIndex={-1}
    >
      <div class="phone-bubble">
        {quoted !== undefined && (
          <p class="phone-quoted">
            <strong>{quoted.direction === "outbound" ? "You" : name}</strong> {wordsOf(quoted)}
          </p>
        )}
        <MessageBody message={message} />
        <p class="phone-meta">
          {message.direction === "inbound" && message.readAt !== null && <span>seen ·</span>}
          <time dateTime={new Date(timeOf(message)).toISOString()}>{timeText(timeOf(message))}</time>
          {message.direction === "outbound" && <TickIcon tick={deliveryOf(message, now).tick} />}
        </p>
      </div>
      {children}
    </article>
  );
}

/** What a message says, as the phone shows it. */
function MessageBody({ message }: { message: Message }) {
  const { content } = message;
  if (content.type === "template") return <TemplateBody rendered={content.rendered} />;
  if (content.type === "button") {
    return (
      <p class="phone-pressed">
        <Icon node={Reply} size={14} />
        {content.text}
        {content.payload !== content.text && <span class="phone-payload"> payload {content.payload}</span>}
      </p>
    );
  }
  return (
    <>
      {"previewUrl" in content && content.previewUrl && <LinkCard text={content.body} />}
      <FormattedText text={content.body} />
    </>
  );
}

/** Why a message was not delivered. */
export function FailureNote({
  failure,
  children,
}: {
  failure: NonNullable<Delivery["failure"]>;
  children?: ComponentChildren;
}) {
  return (
    <p class="phone-failure">
      <strong>Not delivered.</strong> {failure.known?.cause ?? failure.details}{" "}
      <span class="phone-code">
        {failure.code}
        {failure.known !== null && ` ${failure.known.title}`}
      </span>{" "}
      {children}
    </p>
  );
}

interface OutgoingProps extends BubbleProps {
  readonly message: Outbound;
  readonly delivery: Delivery;
}

/** Shown below a message of the business: its buttons, why it failed, the call that sent it. */
function Outgoing({ message, delivery, call, mute, onReply }: OutgoingProps) {
  const { playground, revealLine, showCall } = usePage();
  const { content } = message;
  const { failure, heldUntil } = delivery;
  const line = call?.line ?? null;
  return (
    <>
      {content.type === "template" && content.rendered.buttons.length > 0 && (
        <TemplateButtons
          buttons={content.rendered.buttons}
          blocked={hasArrived(delivery) ? mute : "The message hasn't reached the customer."}
          onReply={(index) => onReply(message.id, index)}
        />
      )}
      {heldUntil !== null && (
        <p class="phone-note">Held until {timeText(heldUntil)} while Meta assesses the template's quality.</p>
      )}
      {failure !== null && (
        <FailureNote failure={failure}>
          <button
            type="button"
            class="link"
            onClick={() => playground.docs.open(failure.known?.page ?? "errors")}
          >
            <Icon node={BookOpen} size={12} /> What to do
          </button>
        </FailureNote>
      )}
      {(call !== undefined || content.type === "template") && (
        <p class="phone-origin">
          {content.type === "template" && (
            <span>
              {content.name} · {content.language}
            </span>
          )}
          {call !== undefined && (
            <button type="button" class="link" onClick={() => showCall(call.id)}>
              Call {call.id}
            </button>
          )}
          {line !== null && (
            <button type="button" class="link" onClick={() => revealLine(line)}>
              <Icon node={CornerDownRight} size={12} />
              line {line}
            </button>
          )}
        </p>
      )}
    </>
  );
}
