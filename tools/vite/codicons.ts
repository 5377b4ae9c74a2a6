/** Icons that the parts of Monaco in this page can show; `codicon-plugin.ts` says when one is missing or idle. */
export const CODICONS: readonly string[] = `
  account add add-small arrow-down arrow-left arrow-right arrow-up blank case-sensitive check chevron-down
  chevron-right chevron-up close copy dash error file folder gear index-zero info
  issues light-bulb list-filter loading more
  preserve-case regex remove remove-small replace replace-all search-fuzzy selection sparkle
  split-horizontal split-vertical stop-circle surround-with symbol-array symbol-boolean symbol-class
  symbol-color symbol-constant symbol-constructor symbol-customcolor symbol-enum symbol-enum-member
  symbol-event symbol-field symbol-file symbol-folder symbol-function symbol-interface symbol-key
  symbol-keyword symbol-method symbol-module symbol-namespace symbol-null symbol-number symbol-object
  symbol-operator symbol-package symbol-property symbol-reference symbol-snippet symbol-string symbol-struct
  symbol-text symbol-type-parameter symbol-unit symbol-value symbol-variable sync tools triangle-down
  triangle-left triangle-right triangle-up warning whole-word wrench wrench-subaction
`
  .trim()
  .split(/\s+/);
