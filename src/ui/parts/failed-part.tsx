import { Button } from "./button";

interface Props {
  /** What happened, as sentences. */
  readonly what: string;
  /** Why, in the browser's words. */
  readonly reason: string;
  onRetry(): void;
}

/** Stands in for a part of the page that couldn't be loaded or shown, and offers to try again. */
export function FailedPart({ what, reason, onRetry }: Props) {
  return (
    <div class="placeholder" role="alert">
      <p>{what}</p>
      <p class="faint">{reason}</p>
      <Button onClick={onRetry}>Try again</Button>
    </div>
  );
}
