import type { Playground } from "../../app/playground";

/** Across the top while scripts speak to the real API. */
export function LiveBand({ playground }: { playground: Playground }) {
  if (playground.mode.mode.value !== "live") return null;
  return (
    <div class="live-band" role="status">
      <p>
        <strong>LIVE</strong> Calls reach real people.
      </p>
      <button type="button" class="band-button" onClick={() => playground.mode.set("mock")}>
        Back to mock
      </button>
    </div>
  );
}
