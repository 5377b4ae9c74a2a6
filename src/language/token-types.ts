/** Types of semantic tokens; a token holds an index into them. */
export const TOKEN_TYPES = ["namespace", "account", "function"] as const;
