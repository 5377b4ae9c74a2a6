/** Short messages at the page's edge. */

import type { ReadonlySignal } from "@preact/signals";
import { signal } from "@preact/signals";

export interface Notice {
  readonly id: number;
  readonly tone: "info" | "success" | "error";
  readonly text: string;
  readonly action?: { readonly label: string; run(): void };
  /** Stays until it is dismissed, as errors do. */
  readonly lasting?: boolean;
}

export interface NoticesModel {
  readonly all: ReadonlySignal<readonly Notice[]>;
  show(notice: Omit<Notice, "id">): void;
  dismiss(id: number): void;
}

/** Shown at once; older ones give way. */
const MOST = 4;

/** Milliseconds a notice stays when nobody points at it; null: until it is dismissed, as errors do. */
export function noticeLifetime(notice: Notice): number | null {
  if (notice.tone === "error" || notice.lasting === true) return null;
  return notice.action === undefined ? 6_000 : 12_000;
}

/** The notices of a page. Showing the same tone and text again replaces the older one. */
export function createNotices(): NoticesModel {
  const all = signal<readonly Notice[]>([]);
  let nextId = 1;
  return {
    all,
    show(notice) {
      const others = all.value.filter((n) => n.text !== notice.text || n.tone !== notice.tone);
      all.value = [...others, { ...notice, id: nextId++ }].slice(-MOST);
    },
    dismiss(id) {
      all.value = all.value.filter((n) => n.id !== id);
    },
  };
}
