import { prefix } from "./keys.ts";
import type { RecordStorage } from "./storage.ts";

/**
 * The records in the browser's localStorage, which all tabs share and which says when another tab writes.
 * A browser that forbids it (private window, site data blocked) reads as empty and refuses to write.
 */
export function createBrowserStorage(window: Window): RecordStorage {
  const store = open(window);
  return {
    keys: () => (store === null ? [] : Object.keys(store).filter((key) => key.startsWith(prefix))),
    read: (key) => store?.getItem(key) ?? null,
    write: (key, text) => {
      try {
        store?.setItem(key, text);
        return store === null ? "refused" : "written";
      } catch (error) {
        return error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "refused";
      }
    },
    remove: (key) => store?.removeItem(key),
    onChange: (listener) => {
      const heard = (event: StorageEvent): void => {
        if (event.storageArea === store && (event.key === null || event.key.startsWith(prefix)))
          listener(event.key);
      };
      window.addEventListener("storage", heard);
      return () => window.removeEventListener("storage", heard);
    },
  };
}

function open(window: Window): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
