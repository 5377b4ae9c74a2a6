import type { Playground } from "../../app/playground";

/** Across the top while scripts speak to the real API. */
export function LiveBand({ playground }: { playground: Playground }) {
  if (playground.mode.mode.value !== "live") return null;
  return (
    <div class="live-band" role="status">
      <strong>LIVE</strong>
      <span>Calls go to the real API and reach real people.</span>
      <button type="button" class="band-button" onClick={() => playground.mode.set("mock")}>
        Back to mock
      </button>
    </div>
  );
}
