import { z } from 'zod';
import { DEFAULT_PLACE_SETTINGS, INTERFACE_LANGUAGES, type PlaceSettings } from '../core/platform.ts';
import type { PlaceSettingsStore } from '../core/ports.ts';
import { type Database, damagedStore, describeParseFailure, encodeUtf8, Utf8 } from './database.ts';

/** Settings of places as JSON; a field that an older desk did not know takes its default. */
export function createPlaceSettingsStore({
  database,
  path,
}: {
  readonly database: Database;
  /** Of the database, for messages. */
  readonly path: string;
}): PlaceSettingsStore {
  return {
    async readSettings(place) {
      const [row] = await database.all('SELECT settings FROM place_settings WHERE place = $1', [place]);
      if (row === undefined) return DEFAULT_PLACE_SETTINGS;
      try {
        return SettingsSchema.parse(JSON.parse(Utf8.parse(row.settings)));
      } catch (thrown) {
        throw damagedStore(path, `the settings of ${place} cannot be read: ${describeParseFailure(thrown)}`, thrown);
      }
    },

    async saveSettings(place, settings) {
      await database.write((queries) =>
        queries.run(
          'INSERT INTO place_settings (place, settings) VALUES ($1, $2) ON CONFLICT (place) DO UPDATE SET settings = excluded.settings',
          [place, encodeUtf8(JSON.stringify(settings))],
        ),
      );
    },
  };
}

const SettingsSchema: z.ZodType<PlaceSettings> = z.object({
  language: z.enum(INTERFACE_LANGUAGES).default(DEFAULT_PLACE_SETTINGS.language),
  answers: z.enum(['public', 'private']).default(DEFAULT_PLACE_SETTINGS.answers),
  followUpWithoutMention: z.boolean().default(DEFAULT_PLACE_SETTINGS.followUpWithoutMention),
  sources: z.array(z.string()).default([]),
  topics: z.array(z.string()).default([]),
  changedBy: z.enum(['members', 'admins']).default(DEFAULT_PLACE_SETTINGS.changedBy),
});
