import { zipSync, strToU8 } from "fflate";
import { useRef, useState } from "preact/hooks";
import type { ReportFile } from "#course/classroom/report/class-report.ts";
import { reportFiles } from "#course/classroom/report/files.ts";
import type { OfferedFile } from "#course/classroom/intake/unpack.ts";
import { Inline } from "../exercise/ui/Inline.tsx";
import { download } from "../exercise/works/download.ts";
import { fetchTeacherData } from "./data.ts";
import { FileChoice } from "./FileChoice.tsx";
import { gradeClass } from "./grade-class.ts";
import { prepareLab } from "./prepare-lab.ts";
import { Progress, type Running } from "./Progress.tsx";
import { ReportView } from "./ReportView.tsx";
import { takeIn } from "./take-in.ts";
import { words } from "./words.ts";

type Props = {
  /** Of the page's data. */
  readonly address: string;
  readonly labs: readonly { readonly number: string; readonly name: string }[];
};

type Graded = { readonly lab: string; readonly files: readonly ReportFile[]; readonly sentence: string };

/** Takes a class's files, grades them here, shows the class page and offers all files in one zip. */
export function Teacher({ address, labs }: Props) {
  const [offered, setOffered] = useState<readonly OfferedFile[]>([]);
  const [lab, setLab] = useState("");
  const [running, setRunning] = useState<Running | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [graded, setGraded] = useState<Graded | null>(null);
  const stop = useRef<AbortController>(null);

  const grade = async (files: readonly OfferedFile[]): Promise<void> => {
    const abort = new AbortController();
    stop.current = abort;
    setGraded(null);
    setSaid(words.reading);
    try {
      const data = await fetchTeacherData(address);
      const read = takeIn(files, lab, data);
      if (!read.ok) {
        setSaid(read.sentence);
        return;
      }
      const start = performance.now();
      const total = read.taken.orders.length;
      const step = (done: number): void => setRunning({ done, total, elapsed: performance.now() - start });
      step(0);
      setSaid(null);
      const prepared = prepareLab(read.taken.lab, data);
      const results = await gradeClass(read.taken, prepared, step, abort.signal);
      if (results === null) {
        setSaid(words.stopped);
        return;
      }
      const sentence = words.done(total, results.problems.length);
      setGraded({
        lab: results.lab.number,
        files: [...reportFiles(results, prepared.materials)],
        sentence,
      });
      setSaid(sentence);
    } catch (error) {
      console.warn(error);
      setSaid(words.failed);
    } finally {
      setRunning(null);
    }
  };
  const take = (files: readonly OfferedFile[]): void => {
    setOffered(files);
    void grade(files);
  };
  const save = ({ lab: number, files }: Graded): void =>
    download(
      `notes-${number}.zip`,
      zipSync(Object.fromEntries(files.map(({ path, text }) => [`notes-${number}/${path}`, strToU8(text)]))),
    );

  return (
    <>
      <FileChoice labs={labs} lab={lab} setLab={setLab} take={take} busy={running !== null} />
      {offered.length > 0 && running === null && (
        <p class="px-more">
          <button type="button" class="px-button" data-action="grade" onClick={() => void grade(offered)}>
            {graded === null ? words.grade : words.again}
          </button>
          <span class="px-quiet">{words.files(offered.length)}</span>
        </p>
      )}
      <p role="status" data-says>
        {said !== null && <Inline text={said} />}
      </p>
      {running !== null && <Progress running={running} stop={() => stop.current?.abort()} />}
      {graded !== null && (
        <>
          <p class="px-more">
            <button type="button" class="px-button primary" data-action="save" onClick={() => save(graded)}>
              {words.download}
            </button>
            <span class="px-quiet">{words.downloadHelp}</span>
          </p>
          <ReportView files={graded.files} />
        </>
      )}
    </>
  );
}
