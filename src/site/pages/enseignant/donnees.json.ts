import type { APIRoute } from "astro";
import { teacherData } from "../../teacher-data.ts";

/** What grading a class in the browser needs of the workbook's files, fetched when a teacher begins. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(await teacherData()), {
    headers: { "content-type": "application/json; charset=utf-8" },
  });
