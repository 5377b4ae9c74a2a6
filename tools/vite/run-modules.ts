/**
 * What the page imports for its first Run, each on its own: the box and what begins a run in it, the list of integrations, the
 * simulated world of the first one and what restores it, and the console.
 */
export const RUN_MODULES = [
  /\/src\/app\/run-parts\.ts$/,
  /\/src\/integrations\/index\.ts$/,
  /\/whatsapp\/simulator\/page\.ts$/,
  /\/src\/app\/world-restore\.ts$/,
  /\/ui\/panes\/console\/console-pane\.tsx$/,
];
