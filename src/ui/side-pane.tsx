import { useComputed } from "@preact/signals";
import type { PaneProps } from "./pane-props";
import { Lazy, Once } from "./parts/lazy";
import { TabList, TabPanel } from "./parts/tabs";
import { type Shell, type SideTab, show } from "./shell";

// Fetched when first shown: the docs bring a Markdown renderer and a sanitizer, the calls a virtual list.
const loadLessons = async () => (await import("./panes/lessons/lessons-pane")).LessonsPane;
const loadPhone = async () => (await import("../integrations/whatsapp/phone/phone-pane")).PhonePane;
const loadCalls = async () => (await import("./panes/calls/calls-pane")).CallsPane;
const loadDocs = async () => (await import("./panes/docs/docs-pane")).DocsPane;
const loadAccounts = async () => (await import("./panes/accounts/accounts-pane")).AccountsPane;

const LABEL = "Lesson, docs, phone, calls and accounts";

/** Lesson, docs, phone, calls and accounts, one at a time. */
export function SidePane({ shell, ...props }: PaneProps & { shell: Shell }) {
  const tab = shell.tab.value;
  // Read by the tab alone: this draws all panes, and a run makes many calls.
  const callCount = useComputed(() => props.playground.run.calls.value.length);
  const narrow = shell.layout.value === "narrow";
  const shown = (id: SideTab) => (narrow ? shell.view.value === id : tab === id);
  return (
    <section class="side" aria-label={LABEL} data-region={LABEL}>
      <div class="side-head">
        <TabList<SideTab>
          label={LABEL}
          tabs={[
            { id: "lesson", label: "Lesson" },
            { id: "docs", label: "Docs" },
            { id: "phone", label: "Phone" },
            { id: "calls", label: "Calls", count: callCount },
            { id: "accounts", label: "Accounts" },
          ]}
          current={tab}
          onSelect={(id) => show(shell, id)}
        />
        {tab === "docs" ? (
          <label class="follow" title="Show the page of the function under the caret">
            <input
              type="checkbox"
              checked={shell.follow.value}
              onChange={(event) => {
                shell.follow.value = event.currentTarget.checked;
              }}
            />
            Follow caret
          </label>
        ) : null}
      </div>
      <TabPanel id="lesson" label="Lesson" shown={shown("lesson")}>
        <Once when={shown("lesson")}>
          {() => <Lazy label="The lessons" load={loadLessons} props={props} />}
        </Once>
      </TabPanel>
      <TabPanel id="docs" label="Docs" shown={shown("docs")}>
        <Once when={shown("docs")}>{() => <Lazy label="The docs" load={loadDocs} props={props} />}</Once>
      </TabPanel>
      <TabPanel id="phone" label="Phone" shown={shown("phone")}>
        <Once when={shown("phone")}>{() => <Lazy label="The phone" load={loadPhone} props={props} />}</Once>
      </TabPanel>
      <TabPanel id="calls" label="Calls" shown={shown("calls")}>
        <Once when={shown("calls")}>{() => <Lazy label="The calls" load={loadCalls} props={props} />}</Once>
      </TabPanel>
      <TabPanel id="accounts" label="Accounts" shown={shown("accounts")}>
        <Once when={shown("accounts")}>
          {() => <Lazy label="The accounts" load={loadAccounts} props={props} />}
        </Once>
      </TabPanel>
    </section>
  );
}
