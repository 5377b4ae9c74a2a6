import * as icons from "lucide";
import { useEffect, useRef } from "preact/hooks";
import { needsAccounts } from "./needs-accounts";
import { usePage } from "./page";
import { Icon } from "./parts/icon";
import { show, type View } from "./shell";
import { unseenSends } from "./unseen-sends";

const VIEWS: readonly { readonly view: View; readonly label: string; readonly icon: icons.IconNode }[] = [
  { view: "scripts", label: "Scripts", icon: icons.FolderOpen },
  { view: "code", label: "Code", icon: icons.CodeXml },
  { view: "console", label: "Console", icon: icons.SquareTerminal },
  { view: "lesson", label: "Lesson", icon: icons.GraduationCap },
  { view: "docs", label: "Docs", icon: icons.BookOpen },
  { view: "phone", label: "Phone", icon: icons.Smartphone },
  { view: "calls", label: "Calls", icon: icons.ArrowLeftRight },
  { view: "accounts", label: "Accounts", icon: icons.KeyRound },
];

/** The views of a narrow page, within thumb's reach. */
export function BottomNav() {
  const page = usePage();
  const { playground, shell } = page;
  // Space is scarce: the lesson is here only for people who have started the course.
  const learning = playground.lessons.model.value !== null || shell.view.value === "lesson";
  const steps = shell.stepsPane.value;
  const counts: Partial<Record<View, number>> = {
    calls: playground.run.calls.value.length,
    phone: unseenSends(page),
  };
  const current = shell.view.value;
  // While stepping, accounts are in the menu only.
  const withAccounts = current === "accounts" || (steps === null && needsAccounts(page));
  const views = VIEWS.filter(
    ({ view }) => (view !== "lesson" || learning) && (view !== "accounts" || withAccounts),
  );
  const bar = useRef<HTMLElement>(null);
  useEffect(
    () =>
      bar.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" }),
    [current],
  );
  // After the script and its console.
  if (steps !== null) views.splice(3, 0, { view: steps.id, label: steps.label, icon: steps.icon });
  return (
    <nav ref={bar} class="bottom-nav" aria-label="Views" data-region="Views">
      {views.map(({ view, label, icon }) => (
        <button
          key={view}
          type="button"
          {...(current === view ? { "aria-current": "page" as const } : {})}
          onClick={() => show(shell, view)}
        >
          <Icon node={icon} size={18} />
          <span>{label}</span>
          <Badge count={counts[view] ?? 0} />
        </button>
      ))}
    </nav>
  );
}

function Badge({ count }: { count: number }) {
  return count === 0 ? null : <span class="badge">{count > 99 ? "99+" : count}</span>;
}
