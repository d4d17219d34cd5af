import type { Message, Platform } from '../core/message.ts';

/** Persons, places and workspaces of different platforms never meet, whatever they are called. */
export function keyOn(platform: Platform, id: string): string {
  return `${platform}:${id}`;
}

/** Whose settings hold for a message; `undefined` where there is no place that has any. */
export function placeKey({ platform, place }: Message): string | undefined {
  return place === undefined ? undefined : keyOn(platform, place);
}

export function personKey({ platform, person }: Message): string | undefined {
  return person === undefined ? undefined : keyOn(platform, person);
}

/**
 * Under what a message's conversation is remembered. What a person asks in private is kept apart from what everybody
 * may read in the same conversation, and from what others ask there in private. A tab stands in no platform's id.
 */
export function conversationKey(message: Message): string {
  const shared = keyOn(message.platform, message.conversation);
  return message.isPrivate === true ? `${shared}\tprivate\t${message.person ?? message.id}` : shared;
}
