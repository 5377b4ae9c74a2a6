import { useComputed } from "@preact/signals";
import { loadView } from "./integration-view";
import { needsAccounts } from "./needs-accounts";
import { usePage } from "./page";
import { Boundary } from "./parts/boundary";
import { lazy, Once } from "./parts/lazy";
import { TabList, TabPanel } from "./parts/tabs";
import { type SideTab, show } from "./shell";
import { unseenSends } from "./unseen-sends";

// Fetched when first shown: the docs bring a Markdown renderer and a sanitizer.
const PANES = [
  {
    id: "lesson",
    label: "Lesson",
    View: lazy("the lessons", async () => (await import("./panes/lessons/lessons-pane")).LessonsPane),
  },
  {
    id: "docs",
    label: "Docs",
    View: lazy("the docs", async () => (await import("./panes/docs/docs-pane")).DocsPane),
  },
  {
    id: "phone",
    label: "Phone",
    View: lazy("the phone", () => loadView((views) => views.phone())),
  },
  {
    id: "calls",
    label: "Calls",
    View: lazy("the calls", async () => (await import("./panes/calls/calls-pane")).CallsPane),
  },
  {
    id: "accounts",
    label: "Accounts",
    View: lazy("the accounts", async () => (await import("./panes/accounts/accounts-pane")).AccountsPane),
  },
] as const satisfies readonly { id: SideTab; label: string; View: unknown }[];

const LABEL = "Lesson, docs, phone, calls and accounts";

/** Lesson, docs, phone, calls and accounts, one at a time. */
export function SidePane() {
  const page = usePage();
  const { playground, shell } = page;
  const tab = shell.tab.value;
  // Read only by the tab: this component draws all panes, and a run makes many calls.
  const callCount = useComputed(() => playground.run.calls.value.length);
  const newCount = useComputed(() => unseenSends(page));
  const narrow = shell.layout.value === "narrow";
  const steps = shell.stepsPane.value;
  const withAccounts = needsAccounts(page);
  const panes = [
    ...(steps === null ? [] : [steps]),
    ...PANES.filter(({ id }) => id !== "accounts" || withAccounts),
  ];
  const shown = (id: SideTab) => (narrow ? shell.view.value === id : tab === id);
  return (
    <section class="side" aria-label={LABEL} data-region={LABEL}>
      <div class="side-head">
        <TabList<SideTab>
          label={LABEL}
          tabs={panes.map(({ id, label }) => ({
            id,
            label,
            ...(id === "calls" ? { count: callCount } : id === "phone" ? { count: newCount } : {}),
          }))}
          current={tab}
          onSelect={(id) => show(shell, id)}
        />
      </div>
      {panes.map(({ id, label, View }) => (
        <TabPanel key={id} id={id} label={label} shown={shown(id)}>
          <Once when={shown(id)}>
            {() => (
              <Boundary label={`the ${label} tab`}>
                <View />
              </Boundary>
            )}
          </Once>
        </TabPanel>
      ))}
    </section>
  );
}
