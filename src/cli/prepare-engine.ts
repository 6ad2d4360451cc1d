import { prepareEngineFiles } from "../worker/engine-files.ts";

/** Build step: makes `.cache/engine/`, which the site and the command line load. Does nothing when it is there. */
prepareEngineFiles();
