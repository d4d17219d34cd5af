import type { types } from '@slack/bolt';
import { z } from 'zod';
import {
  INTERFACE_LANGUAGES,
  type InterfaceLanguage,
  PLACE_SETTINGS_LIMITS,
  type PlaceSettings,
} from '../../core/platform.ts';
import type { DocumentSummary } from '../../core/ports.ts';
import { CALLBACKS } from './actions.ts';
import { shorten } from './escape.ts';
import { SLACK_LIMITS } from './limits.ts';
import type { Phrases } from './phrases.ts';

const LANGUAGE_NAMES: Readonly<Record<InterfaceLanguage, string>> = { en: 'English', fr: 'Français', de: 'Deutsch' };
const plain = (text: string) => ({ type: 'plain_text' as const, text });

/** The form for the settings of a channel; `place` comes back with it. */
export function renderSettingsForm(
  settings: PlaceSettings,
  { phrases, sources, place }: { phrases: Phrases; sources: readonly DocumentSummary[]; place: string },
): types.ModalView {
  const choices = listSourceNames(settings, sources);
  return {
    type: 'modal',
    callback_id: CALLBACKS.settings,
    private_metadata: place,
    title: plain(shorten(phrases.settingsTitle, SLACK_LIMITS.viewTitle)),
    submit: plain(phrases.save),
    close: plain(phrases.close),
    blocks: [
      radio('language', phrases.settingsLanguage, {
        chosen: settings.language,
        options: INTERFACE_LANGUAGES.map((language) => [language, LANGUAGE_NAMES[language]]),
      }),
      radio('answers', phrases.settingsAnswers, {
        chosen: settings.answers,
        options: [
          ['public', phrases.settingsPublic],
          ['private', phrases.settingsPrivate],
        ],
      }),
      {
        type: 'input',
        block_id: 'followUp',
        optional: true,
        label: plain(phrases.settingsFollowUp),
        element: {
          type: 'checkboxes',
          action_id: 'value',
          options: [{ text: plain(phrases.settingsFollowUpOn), value: 'on' }],
          ...(settings.followUpWithoutMention && {
            initial_options: [{ text: plain(phrases.settingsFollowUpOn), value: 'on' }],
          }),
        },
      },
      ...(choices.length === 0 ? [] : [sourceSelect(choices, settings, phrases)]),
      {
        type: 'input',
        block_id: 'topics',
        optional: true,
        label: plain(phrases.settingsTopics),
        element: {
          type: 'plain_text_input',
          action_id: 'value',
          max_length: 3_000,
          ...(settings.topics.length > 0 && { initial_value: shorten(settings.topics.join(', '), 3_000) }),
        },
      },
      radio('changedBy', phrases.settingsWho, {
        chosen: settings.changedBy,
        options: [
          ['members', phrases.settingsMembers],
          ['admins', phrases.settingsAdmins],
        ],
      }),
    ],
  };
}

/** The settings in words, one line each. */
export function summariseSettings(settings: PlaceSettings, phrases: Phrases): string[] {
  const { language, answers, followUpWithoutMention, sources, topics, changedBy } = settings;
  return [
    `${phrases.settingsLanguage}: ${LANGUAGE_NAMES[language]}`,
    `${phrases.settingsAnswers}: ${answers === 'public' ? phrases.settingsPublic : phrases.settingsPrivate}`,
    `${phrases.settingsFollowUp}: ${followUpWithoutMention ? phrases.settingsFollowUpOn : '–'}`,
    `${phrases.settingsSources}: ${sources.length === 0 ? '–' : sources.join(', ')}`,
    `${phrases.settingsTopics}: ${topics.length === 0 ? '–' : topics.join(', ')}`,
    `${phrases.settingsWho}: ${changedBy === 'members' ? phrases.settingsMembers : phrases.settingsAdmins}`,
  ];
}

const option = z.object({ value: z.string() });
const sentForm = z.object({
  language: z.object({ value: z.object({ selected_option: z.object({ value: z.enum(INTERFACE_LANGUAGES) }) }) }),
  answers: z.object({ value: z.object({ selected_option: z.object({ value: z.enum(['public', 'private']) }) }) }),
  followUp: z.object({ value: z.object({ selected_options: z.array(option) }) }),
  sources: z.object({ value: z.object({ selected_options: z.array(option) }) }).optional(),
  topics: z.object({ value: z.object({ value: z.string().nullish() }) }),
  changedBy: z.object({ value: z.object({ selected_option: z.object({ value: z.enum(['members', 'admins']) }) }) }),
});

/**
 * The settings of a form that was sent (`view.state.values`); `undefined` when it has another shape. Names of sources
 * that were too long for the form are found again among the `known` ones.
 */
export function readSettingsForm(values: unknown, known: readonly string[]): PlaceSettings | undefined {
  const parsed = sentForm.safeParse(values);
  if (!parsed.success) return undefined;
  const { language, answers, followUp, sources, topics, changedBy } = parsed.data;
  const fullName = (value: string) => known.find((name) => shorten(name, SLACK_LIMITS.optionValue) === value) ?? value;
  return {
    language: language.value.selected_option.value,
    answers: answers.value.selected_option.value,
    followUpWithoutMention: followUp.value.selected_options.length > 0,
    sources: (sources?.value.selected_options ?? []).map(({ value }) => fullName(value)),
    topics: (topics.value.value ?? '')
      .split(/[,\n]/)
      .map((topic) => shorten(topic.trim(), PLACE_SETTINGS_LIMITS.entryLength))
      .filter((topic) => topic !== '')
      .slice(0, PLACE_SETTINGS_LIMITS.entries),
    changedBy: changedBy.value.selected_option.value,
  };
}

/** What the form lets choose from: what is chosen now, then publishers and documents without one, newest first. */
export function listSourceNames(
  settings: Pick<PlaceSettings, 'sources'>,
  sources: readonly DocumentSummary[],
): string[] {
  const newestFirst = [...sources].sort((a, b) => (b.published ?? '').localeCompare(a.published ?? ''));
  const names = [...settings.sources, ...newestFirst.map(({ publisher, id }) => publisher ?? id)];
  const unique = new Map<string, string>();
  for (const name of names) {
    const key = shorten(name, SLACK_LIMITS.optionValue).toLowerCase();
    if (key !== '' && !unique.has(key)) unique.set(key, name);
  }
  return [...unique.values()].slice(0, SLACK_LIMITS.optionsPerSelect);
}

function sourceSelect(choices: readonly string[], settings: PlaceSettings, phrases: Phrases): types.InputBlock {
  const toOption = (name: string) => ({
    text: plain(shorten(name, SLACK_LIMITS.optionText)),
    value: shorten(name, SLACK_LIMITS.optionValue),
  });
  const chosen = choices.filter((name) => settings.sources.includes(name));
  return {
    type: 'input',
    block_id: 'sources',
    optional: true,
    label: plain(phrases.settingsSources),
    element: {
      type: 'multi_static_select',
      action_id: 'value',
      max_selected_items: PLACE_SETTINGS_LIMITS.entries,
      options: choices.map(toOption),
      ...(chosen.length > 0 && { initial_options: chosen.map(toOption) }),
    },
  };
}

function radio(
  block_id: string,
  label: string,
  { chosen, options }: { chosen: string; options: readonly (readonly [value: string, text: string])[] },
): types.InputBlock {
  const made = options.map(([value, text]) => ({ text: plain(shorten(text, SLACK_LIMITS.optionText)), value }));
  return {
    type: 'input',
    block_id,
    label: plain(label),
    element: {
      type: 'radio_buttons',
      action_id: 'value',
      options: made,
      initial_option: made.find(({ value }) => value === chosen),
    },
  };
}
