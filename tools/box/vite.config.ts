import { defineConfig } from "vite";

/** For the pages that tests and bench build beside the app. */
export default defineConfig({ worker: { format: "es" }, build: { target: "es2023" } });
