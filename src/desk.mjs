#!/usr/bin/env node
// Runs the TypeScript sources as they are: Node 22.18 and newer by itself, older ones through tsx.
if (!process.features.typescript) {
  const { register } = await import('tsx/esm/api');
  register();
}
await import('./cli.ts');
