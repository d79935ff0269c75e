import { isAnonymousPayer } from '../../domain/common/anonymous-payer';
import type { Payer } from '../../domain/messages/parts';
import { html, isolateBidi, truncate, type Html } from './html';
import type { Wording } from './wording';

/** Telegram allows 64; a list of eight people stays readable with fewer. */
const MAX_NAME = 40;

/** Telegram draws each of these as empty space. */
const BLANKS = /[\s\p{Z}\p{Cc}\u115F\u1160\u2800\u3164\uFFA0]+/gu;
/** They would turn the text around the name, or mean nothing. */
const STRAY = /[\p{Bidi_Control}\p{Cs}\p{Co}\p{Cn}]/gu;
/** An app would show it as the @username of another person. */
const MENTION = /[@＠]+(?=\S)/gu;
const VISIBLE = /[^\p{M}\p{Z}\p{C}\p{Default_Ignorable_Code_Point}]/u;

/** A first name as a message shows it, or `undefined` if nothing of it can be seen. People type it themselves. */
export function shownName(firstName: string | null | undefined): string | undefined {
  const name = (firstName ?? '').replace(STRAY, '').replace(BLANKS, ' ').replace(MENTION, '').trim();
  return VISIBLE.test(name) ? isolateBidi(truncate(name, MAX_NAME)) : undefined;
}

/** The first name, or `User 5002` if it isn't known or can't be seen. */
const nameOf = ({ userId, firstName }: Payer, wording: Wording): string =>
  shownName(firstName) ??
  // As text, because a number would be written in groups of three digits.
  wording.text('common-person-unnamed', { id: String(userId) });

/** A person on a button or in an answer: their @username, or their first name if they have none. */
export function personLabel(payer: Payer, wording: Wording): string {
  if (isAnonymousPayer(payer)) return wording.text('common-person-anonymous');
  return payer.username === null ? nameOf(payer, wording) : `@${payer.username}`;
}

/** Like `personLabel`, for a message: a first name links to the person's account. */
export const personInWords = (payer: Payer, wording: Wording): Html =>
  payer.username !== null || isAnonymousPayer(payer)
    ? html`${personLabel(payer, wording)}`
    : html`<a href="tg://user?id=${payer.userId}">${nameOf(payer, wording)}</a>`;

/** Like `personInWords`, always with the id: a @username may belong to another person now, and many share a first name. */
export function identifiedInWords(payer: Payer, wording: Wording): Html {
  const isNamed = payer.username !== null || shownName(payer.firstName) !== undefined;
  return isNamed && !isAnonymousPayer(payer)
    ? wording.html('common-person-with-id', {
        person: personInWords(payer, wording),
        id: String(payer.userId),
      })
    : personInWords(payer, wording);
}
