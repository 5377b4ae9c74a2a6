import { usePlayground } from "../page";

/** Across the top while scripts speak to the real API. */
export function LiveBand() {
  const playground = usePlayground();
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
