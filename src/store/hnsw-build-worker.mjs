// Like desk.mjs: a worker thread does not inherit the loader that reads TypeScript in the main thread.
import { register } from 'tsx/esm/api';

register();
await import('./hnsw-build.ts');
