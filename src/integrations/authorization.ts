import type { AuthorizationWay } from "./catalog";

/** `Authorization: Bearer …`. A browser asks the server for permission first (preflight). */
export const bearer: AuthorizationWay = {
  id: "bearer",
  label: "the Authorization header",
  authorize: ({ method, url, headers, body }, token) => ({
    method,
    url,
    headers: { ...headers, Authorization: `Bearer ${token}` },
    body,
  }),
};

/** The token as a query parameter. @public */
export function tokenInQuery(parameter: string): AuthorizationWay {
  return {
    id: "query",
    label: "the token as a parameter",
    authorize(request, token) {
      const url = new URL(request.url);
      url.searchParams.set(parameter, token);
      return { ...request, url: url.href };
    },
  };
}
