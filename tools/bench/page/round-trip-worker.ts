/// <reference lib="webworker" />
/** Sends back whatever comes: the shortest way to a worker and back. */
addEventListener("message", ({ data }) => postMessage(data));
