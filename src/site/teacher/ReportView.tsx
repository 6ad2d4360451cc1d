import { useEffect, useRef, useState } from "preact/hooks";
import type { ReportFile } from "#course/classroom/report/class-report.ts";
import { showPage } from "./shown-page.ts";
import { words } from "./words.ts";

const classPath = "classe.html";

/** The class page, and a student's page when its link is followed. */
export function ReportView({ files }: { readonly files: readonly ReportFile[] }) {
  const [path, setPath] = useState(classPath);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const file = files.find((one) => one.path === path);
    if (place.current === null || file === undefined) return;
    showPage(place.current, file.text, setPath);
    if (path !== classPath) place.current.scrollIntoView();
  }, [files, path]);
  return (
    <section aria-label={words.report}>
      {path !== classPath && (
        <p>
          <button type="button" class="px-button" data-action="back" onClick={() => setPath(classPath)}>
            {words.back}
          </button>
        </p>
      )}
      {/* A new place for each page: its listeners go with it. */}
      <div key={path} ref={place} data-part="report" />
    </section>
  );
}
