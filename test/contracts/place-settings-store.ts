import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PLACE_SETTINGS, INTERFACE_LANGUAGES, type PlaceSettings } from '../../src/core/platform.ts';
import type { PlaceSettingsStore } from '../../src/core/ports.ts';

const settings: fc.Arbitrary<PlaceSettings> = fc.record({
  language: fc.constantFrom(...INTERFACE_LANGUAGES),
  answers: fc.constantFrom('public' as const, 'private' as const),
  followUpWithoutMention: fc.boolean(),
  sources: fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }),
  topics: fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 }),
  changedBy: fc.constantFrom('members' as const, 'admins' as const),
});

/** What every PlaceSettingsStore must do. `openStore` gives an empty one. */
export function testPlaceSettingsStore(name: string, openStore: () => Promise<PlaceSettingsStore>): void {
  describe(`${name} as a PlaceSettingsStore`, () => {
    it('gives the defaults for a place that nobody has set', async () => {
      const store = await openStore();
      expect(await store.readSettings('slack:T1:C1')).toEqual(DEFAULT_PLACE_SETTINGS);
    });

    it('gives back what was saved last, for that place only', async () => {
      const store = await openStore();
      await fc.assert(
        fc.asyncProperty(settings, settings, async (first, second) => {
          await store.saveSettings('slack:T1:C1', first);
          await store.saveSettings('slack:T1:C1', second);
          expect(await store.readSettings('slack:T1:C1')).toEqual(second);
          expect(await store.readSettings('slack:T1:C10')).toEqual(DEFAULT_PLACE_SETTINGS);
        }),
        { numRuns: 50 },
      );
    });
  });
}
