// A worker thread knows nothing of the loader that reads TypeScript in the main thread.
if (!process.features.typescript) (await import('tsx/esm/api')).register();
await import('./hnsw-build.ts');
