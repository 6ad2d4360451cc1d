import { allPages, isText } from "./all-pages.ts";
import { useBrowser } from "./site.ts";
import { testSoundness } from "./sound-pages.ts";

useBrowser();
testSoundness(allPages().filter((path) => !isText(path)));
