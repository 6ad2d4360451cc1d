import { allPages, isText } from "./all-pages.ts";
import { useBrowser } from "./site.ts";
import { testSoundness } from "./sound-pages.ts";

// The long pages. They stand apart from the others so that two files can run at a time.
useBrowser();
testSoundness(allPages().filter(isText));
