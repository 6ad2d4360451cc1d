import type { APIRoute } from "astro";
import { applyStoredTheme } from "../scripts/theme.ts";

/** The one script that must run before the first paint, as a file of its own: the policy forbids inline scripts. */
export const GET: APIRoute = () =>
  new Response(`(${applyStoredTheme.toString()})();\n`, {
    headers: { "content-type": "text/javascript; charset=utf-8" },
  });
