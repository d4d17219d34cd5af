import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InstallationStore } from '../../src/core/ports.ts';

/** What every InstallationStore must do. `openStore` gives an empty one with a key. */
export function testInstallationStore(name: string, openStore: () => Promise<InstallationStore>): void {
  describe(`${name} as an InstallationStore`, () => {
    it('gives back what was saved last, whatever text it is', async () => {
      const store = await openStore();
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.json(), async (first, second) => {
          await store.save('slack:T1', first);
          await store.save('slack:T1', second);
          expect(await store.read('slack:T1')).toBe(second);
        }),
        { numRuns: 25 },
      );
    });

    it('keeps workspaces apart, and lists them', async () => {
      const store = await openStore();
      for (const id of ['slack:T2', 'slack:T1', 'slack:E1']) await store.save(id, `{"of":"${id}"}`);
      expect(await store.read('slack:T1')).toBe('{"of":"slack:T1"}');
      expect(await store.read('slack:T3')).toBeUndefined();
      expect(await store.listIds()).toEqual(['slack:E1', 'slack:T1', 'slack:T2']);
    });

    it('removes one and no other, and one that is not there without complaint', async () => {
      const store = await openStore();
      await store.save('slack:T1', '{}');
      await store.save('slack:T2', '{}');
      await store.remove('slack:T1');
      await store.remove('slack:T9');
      expect(await store.listIds()).toEqual(['slack:T2']);
      expect(await store.read('slack:T1')).toBeUndefined();
    });
  });
}
