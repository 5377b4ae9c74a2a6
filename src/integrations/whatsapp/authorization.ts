import type { HttpRequest } from "../../shared/http-message";
import { isJsonObject, type JsonObject, parseJson } from "../../shared/json";
import { bearer } from "../authorization";
import type { Authorization, AuthorizationWay } from "../catalog";

const PARAMETER = "access_token";

/**
 * A request that browsers send without a preflight (Fetch standard, CORS-safelisted request). The token is the parameter
 * `access_token`: in the query of a GET, or in the form-encoded body of a POST, where nested values are written as JSON
 * (https://developers.facebook.com/docs/graph-api/overview).
 */
const withoutPreflight: AuthorizationWay = {
  id: "query",
  label: "the token as a parameter",
  authorize(request, token) {
    const url = new URL(request.url);
    url.searchParams.delete(PARAMETER);
    if (request.method !== "POST") {
      url.searchParams.set(PARAMETER, token);
      return { method: request.method, url: url.href, headers: {}, body: null };
    }
    const fields = request.body === null ? {} : parseObject(request.body);
    if (fields === null) {
      throw new Error("the request body is not a JSON object, so it can't be sent as form fields");
    }
    return formRequest(url, fields, token);
  },
};

function formRequest(url: URL, fields: JsonObject, token: string): HttpRequest {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== null) form.set(name, typeof value === "string" ? value : JSON.stringify(value));
  }
  form.set(PARAMETER, token);
  return {
    method: "POST",
    url: url.href,
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: form.toString(),
  };
}

function parseObject(text: string): JsonObject | null {
  const value = parseJson(text);
  return isJsonObject(value) ? value : null;
}

export const authorization: Authorization = {
  label: "bearer token",
  hint: "From WhatsApp > API Setup in the Meta App Dashboard.",
  ways: [bearer, withoutPreflight],
  // Error 190 echoes a token it could not read.
  echoes: [/(malformed access token:?\s{1,8})[^\s"'<>&\\]{1,4096}/gi],
};
