import { Component, type ComponentChildren } from "preact";
import { messageOf } from "../../shared/message-of";
import { FailedPart } from "./failed-part";

interface Props {
  /** Names its contents for people: "the console". */
  readonly label: string;
  /** Names what is currently shown. When it changes, the contents are redrawn. */
  readonly of?: string | undefined;
  readonly children: ComponentChildren;
}

interface State {
  readonly problem: string | null;
}

/** Catches errors while rendering its contents: says what happened and offers to redraw them. The rest of the page stays. */
export class Boundary extends Component<Props, State> {
  override state: State = { problem: null };

  override componentDidCatch(error: unknown): void {
    this.setState({ problem: messageOf(error) });
  }

  override componentDidUpdate(before: Props): void {
    if (before.of !== this.props.of && this.state.problem !== null) this.setState({ problem: null });
  }

  override render({ label, children }: Props, { problem }: State): ComponentChildren {
    if (problem === null) return children;
    const what = `Couldn't show ${label} because of an error. The rest of the page still works.`;
    return <FailedPart what={what} reason={problem} onRetry={() => this.setState({ problem: null })} />;
  }
}
