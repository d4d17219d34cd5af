/**
 * Loads a module when it is first needed and keeps it: start-up stays short, and no file pays for the module
 * resolution again (with a loader hook that is half a millisecond each time).
 */
export function importOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}
