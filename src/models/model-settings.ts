import { z } from 'zod';
import { DeskError } from '../core/errors.ts';
import type { ModelSettingNames } from './model-failure.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where a hosted model is reached. */
export interface ModelEndpoint {
  readonly apiKey: string;
  /** Absent: the provider's own address. */
  readonly baseUrl?: string;
  /** For names and messages: the address's host, or `api.openai.com`. */
  readonly host: string;
  readonly isThisMachine: boolean;
}

/** `EMBEDDER` for the settings EMBEDDER, EMBEDDER_API_KEY, EMBEDDER_BASE_URL; `CHAT` for CHAT_MODEL, CHAT_API_KEY, ... */
export function settingNames(prefix: 'EMBEDDER' | 'CHAT'): ModelSettingNames {
  return {
    model: prefix === 'CHAT' ? 'CHAT_MODEL' : 'EMBEDDER',
    apiKey: `${prefix}_API_KEY`,
    baseUrl: `${prefix}_BASE_URL`,
  };
}

/** `openai:text-embedding-3-small` in its two parts; the model's name may hold further colons. */
export function splitModelSetting(value: string): { provider: string; model: string } | undefined {
  const colon = value.indexOf(':');
  if (colon <= 0 || colon === value.length - 1) return undefined;
  return { provider: value.slice(0, colon), model: value.slice(colon + 1) };
}

const httpUrl = z.url({ protocol: /^https?$/ });

/**
 * Reads key and address of an OpenAI-compatible service. A key is needed for OpenAI itself only: services of one's own
 * (Ollama, vLLM) often have none. Throws DeskError `bad_setting`.
 */
export function readEndpoint(environment: Environment, names: ModelSettingNames): ModelEndpoint {
  const apiKey = environment[names.apiKey]?.trim() || undefined;
  const baseUrl = environment[names.baseUrl]?.trim() || undefined;
  if (baseUrl !== undefined && !httpUrl.safeParse(baseUrl).success) {
    throw new DeskError({
      code: 'bad_setting',
      message: `${names.baseUrl} is no http or https address.`,
      hint: `Set ${names.baseUrl} to an address such as https://api.mistral.ai/v1, or unset it for OpenAI.`,
    });
  }
  if (baseUrl === undefined) {
    if (apiKey === undefined) {
      throw new DeskError({
        code: 'bad_setting',
        message: `${names.model} names a hosted model but ${names.apiKey} is not set.`,
        hint: `Set ${names.apiKey}, or set ${names.baseUrl} to a service that needs no key.`,
      });
    }
    return { apiKey, host: OPENAI_HOST, isThisMachine: false };
  }
  const { host, hostname } = new URL(baseUrl);
  return { apiKey: apiKey ?? NO_KEY, baseUrl, host, isThisMachine: LOOPBACK.test(hostname) };
}

const OPENAI_HOST = 'api.openai.com';
/** The client refuses to start without a key, and would otherwise take another service's from OPENAI_API_KEY. */
const NO_KEY = 'none';
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
