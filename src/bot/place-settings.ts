import { PLACE_SETTINGS_LIMITS, type PlaceSettings } from '../core/platform.ts';

/** Members may change what members may; only admins decide who may. */
export function mayChangeSettings(change: {
  readonly before: PlaceSettings;
  readonly after: PlaceSettings;
  readonly isAdmin: boolean;
}): boolean {
  const { before, after, isAdmin } = change;
  return isAdmin || (before.changedBy === 'members' && after.changedBy === 'members');
}

/** As a person meant them: without empty and repeated entries, within the limits. */
export function cleanSettings(settings: PlaceSettings): PlaceSettings {
  return { ...settings, sources: cleanEntries(settings.sources), topics: cleanEntries(settings.topics) };
}

function cleanEntries(entries: readonly string[]): string[] {
  const trimmed = entries
    .map((entry) => entry.replaceAll('\0', '').trim().slice(0, PLACE_SETTINGS_LIMITS.entryLength))
    .filter((entry) => entry !== '');
  const first = new Map(trimmed.toReversed().map((entry) => [entry.toLowerCase(), entry]));
  return [...first.values()].toReversed().slice(0, PLACE_SETTINGS_LIMITS.entries);
}
