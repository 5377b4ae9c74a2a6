import type { JsonObject } from "../../../../shared/json";
import { userIdOf } from "../../simulator";
import {
  type Contact,
  contactIndex,
  isUnverified,
  type Template,
  type World,
  type WorldAccount,
} from "../../simulator/page";

/** A webhook about a change of the account, and when it happened (Unix ms). */
export interface ChangeWebhook {
  readonly at: number;
  readonly body: JsonObject;
}

/**
 * The webhooks for changes other than messages between two states of the same world: templates, phone numbers, customers'
 * preferences, the WhatsApp Business Account and the portfolio's limit, in Meta's shapes (`docs/cloud-api.md`, Webhooks).
 */
export function changesBetween(before: World, after: World): readonly ChangeWebhook[] {
  const changes: ChangeWebhook[] = [];
  const tell = (field: string, value: JsonObject, at = after.clock) =>
    changes.push({
      at,
      body: {
        object: "whatsapp_business_account",
        entry: [{ id: after.waba.id, time: Math.floor(at / 1000), changes: [{ value, field }] }],
      },
    });
  if (before.templates !== after.templates) {
    const known = new Map(before.templates.map((one) => [one.id, one]));
    for (const template of after.templates) {
      const was = known.get(template.id);
      if (was !== undefined && was !== template) templateChanges(before, after, was, template, tell);
    }
  }
  for (const account of after.accounts) {
    const was = before.accounts.find((one) => one.phoneNumberId === account.phoneNumberId);
    if (was !== undefined && was !== account) accountChanges(after, was, account, tell);
  }
  for (const contact of changedContacts(before, after)) preferenceChanges(before, after, contact, tell);
  if (before.waba.state !== after.waba.state) tell(...wabaChange(before, after));
  const limit = after.business.messagingLimit;
  if (before.business.messagingLimit !== limit) {
    tell("business_capability_update", {
      max_daily_conversations_per_business: limit,
      max_phone_numbers_per_business: isUnverified(after.business) ? 2 : 20,
    });
  }
  return changes;
}

function changedContacts(before: World, after: World): readonly Contact[] {
  return after.contacts.flatMap((chunk, at) => {
    if (chunk === before.contacts[at]) return [];
    const known = new Set(before.contacts[at]);
    return chunk.filter((contact) => !known.has(contact));
  });
}

/**
 * A customer stopped or resumed marketing messages: sent for each number that the customer has a chat with, or for the first
 * one (chosen: Meta's preference belongs to one chat, the world's to the whole business).
 */
function preferenceChanges(before: World, after: World, now: Contact, tell: Tell): void {
  const was = contactIndex.find(before.contacts, now.waId);
  const isStopped = now.marketing === "stopped";
  if (isStopped === (was?.marketing === "stopped")) return;
  const { waId, profileName } = now;
  const known = after.accounts.filter(({ phoneNumberId }) =>
    now.conversations.some((one) => one.phoneNumberId === phoneNumberId),
  );
  const value = isStopped ? "stop" : "resume";
  for (const { phoneNumber, phoneNumberId } of known.length > 0 ? known : after.accounts.slice(0, 1)) {
    tell("user_preferences", {
      messaging_product: "whatsapp",
      metadata: { display_phone_number: phoneNumber, phone_number_id: phoneNumberId },
      contacts: [
        {
          ...(profileName === null ? {} : { profile: { name: profileName } }),
          wa_id: waId,
          user_id: userIdOf(after, waId),
        },
      ],
      user_preferences: [
        {
          wa_id: waId,
          detail: `User requested to ${value} marketing messages`,
          category: "marketing_messages",
          value,
          timestamp: Math.floor(after.clock / 1000),
        },
      ],
    });
  }
}

type Tell = (field: string, value: JsonObject, at?: number) => void;

function templateChanges(before: World, after: World, was: Template, now: Template, tell: Tell): void {
  const id = Number(now.id);
  const named = {
    message_template_id: Number.isSafeInteger(id) ? id : now.id,
    message_template_name: now.name,
    message_template_language: now.language,
  };
  if (was.status !== now.status) {
    const at = changedAt(before, after, was);
    const told = pauseInfo(after, was, now);
    tell(
      "message_template_status_update",
      {
        event: now.status,
        ...named,
        reason: now.status === "REJECTED" ? now.rejected_reason : "NONE",
        message_template_category: now.category,
        ...(now.status === "DISABLED" ? { disable_info: { disable_date: Math.floor(at / 1000) } } : {}),
        ...(told === null ? {} : { other_info: told }),
      },
      at,
    );
  }
  if (was.quality_score.score !== now.quality_score.score) {
    tell("message_template_quality_update", {
      previous_quality_score: was.quality_score.score,
      new_quality_score: now.quality_score.score,
      ...named,
    });
  }
  if (was.category !== now.category) {
    tell("template_category_update", {
      ...named,
      previous_category: was.category,
      new_category: now.category,
    });
  }
}

/** When a template's status changed: the end of a pause, or pacing, may be earlier than the clock. */
function changedAt(before: World, after: World, { id }: Template): number {
  const pause = before.pauses?.find((one) => one.templateId === id)?.resumesAt;
  const decided = before.pacing.find((one) => one.templateId === id)?.decidedAt;
  const times = [pause, decided].filter((time): time is number => typeof time === "number");
  return Math.min(after.clock, ...times.filter((time) => time >= before.clock));
}

function pauseInfo(world: World, was: Template, now: Template): JsonObject | null {
  const pause = world.pauses?.find((one) => one.templateId === now.id);
  if (now.status === "PAUSED") {
    if (pause?.resumesAt === "never") {
      return {
        title: "RATE_LIMITING_PAUSE",
        description: "The template is paused until somebody resumes it.",
      };
    }
    return pause?.times === 2
      ? { title: "SECOND_PAUSE", description: "The template is paused for 6 hours because of low quality." }
      : { title: "FIRST_PAUSE", description: "The template is paused for 3 hours because of low quality." };
  }
  if (now.status === "DISABLED" && pause !== undefined) {
    return { title: "DISABLED", description: "The template was paused too often because of low quality." };
  }
  return was.status === "PAUSED" && now.status === "APPROVED"
    ? { title: "UNPAUSE", description: "The template can be sent again." }
    : null;
}

const ranks = { GREEN: 0, UNKNOWN: 0, YELLOW: 1, RED: 2 } as const satisfies Record<
  WorldAccount["qualityRating"],
  number
>;

function accountChanges(world: World, was: WorldAccount, now: WorldAccount, tell: Tell): void {
  const number = { display_phone_number: now.phoneNumber };
  const limit = world.business.messagingLimit;
  const quality = (event: string) =>
    tell("phone_number_quality_update", {
      ...number,
      event,
      current_limit: limit,
      max_daily_conversations_per_business: limit,
    });
  if (was.qualityRating !== now.qualityRating) {
    const step = ranks[now.qualityRating] - ranks[was.qualityRating];
    quality(step > 0 ? "FLAGGED" : step < 0 ? "UNFLAGGED" : "ONBOARDING");
  }
  if (was.limits.messagesPerSecond < now.limits.messagesPerSecond) quality("THROUGHPUT_UPGRADE");
  const isRenamed = was.verifiedName !== now.verifiedName;
  if (isRenamed || was.state === "name_not_approved" || now.state === "name_not_approved") {
    if (isRenamed || was.state !== now.state) {
      tell("phone_number_name_update", {
        ...number,
        decision: now.state === "name_not_approved" ? "PENDING" : "APPROVED",
        requested_verified_name: now.verifiedName,
        rejection_reason: "NONE",
      });
    }
  }
  if (was.state !== now.state) stateChange(world, was, now, tell);
}

function stateChange(world: World, was: WorldAccount, now: WorldAccount, tell: Tell): void {
  if (now.state === "deleted" || now.state === "not_registered") {
    tell("account_update", { phone_number: now.phoneNumber, event: "PHONE_NUMBER_REMOVED" });
  } else if (now.state === "locked" || was.state === "locked") {
    const isLocked = now.state === "locked";
    tell("account_update", {
      phone_number: now.phoneNumber,
      event: "DISABLED_UPDATE",
      ban_info: {
        waba_ban_state: isLocked ? "DISABLE" : "REINSTATE",
        waba_ban_date: new Date(world.clock).toISOString().slice(0, 10),
      },
    });
  } else if (now.state === "in_maintenance" || was.state === "in_maintenance") {
    tell(
      "account_alerts",
      alert("PHONE_NUMBER", now.phoneNumberId, now.state === "in_maintenance", now.state),
    );
  }
}

/** A restriction is a separate event. Other states are alerts. */
function wabaChange(before: World, { waba, clock }: World): [field: string, value: JsonObject] {
  if (waba.state === "restricted" || before.waba.state === "restricted") {
    const restrictions = [
      {
        restriction_type: "RESTRICTED_BIZ_INITIATED_MESSAGING",
        expiration: Math.floor(clock / 1000) + 7 * 86_400,
      },
    ];
    return [
      "account_update",
      {
        event: waba.state === "restricted" ? "ACCOUNT_RESTRICTION" : "ACCOUNT_REINSTATED",
        ...(waba.state === "restricted" ? { restriction_info: restrictions } : {}),
      },
    ];
  }
  const isTrouble = waba.state !== "active";
  return ["account_alerts", alert("WABA", waba.id, isTrouble, isTrouble ? waba.state : before.waba.state)];
}

function alert(type: string, id: string, isActive: boolean, what: string): JsonObject {
  return {
    entity_type: type,
    entity_id: id,
    alert_info: {
      alert_severity: isActive ? "WARNING" : "INFORMATIONAL",
      alert_status: isActive ? "ACTIVE" : "NONE",
      alert_type: what.toUpperCase(),
      alert_description: isActive ? `The account's state is ${what}.` : "The account is active again.",
    },
  };
}
