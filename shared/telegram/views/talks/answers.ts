import type { AnswerOf } from '../../../domain/messages/answers';
import { HOUR_SECONDS, MINUTE_SECONDS } from '../../../domain/common/time';
import { MAX_TALK_TEXT } from '../../../domain/talks/talk';
import { shortTitle } from '../view';
import { says, type Wording } from '../wording';

/** So that an answer has at most 200 characters. */
const MAX_TITLE_IN_ANSWER = 64;

type Refused = AnswerOf<'talk_refused'>;

function refusalInWords(refused: Refused, wording: Wording): string {
  const title = shortTitle(refused.title, MAX_TITLE_IN_ANSWER);
  switch (refused.reason) {
    case 'own_channel':
      return wording.text('talks-own-channel');
    case 'not_yours':
      return wording.text('talks-not-yours', { title });
    case 'they_blocked':
      return wording.text(refused.side === 'buyer' ? 'talks-owner-takes-none' : 'talks-buyer-takes-none', {
        title,
      });
    case 'too_often':
      return refused.seconds <= HOUR_SECONDS
        ? wording.text('talks-too-often', { minutes: Math.ceil(refused.seconds / MINUTE_SECONDS) })
        : wording.text('talks-too-often-hours', { hours: Math.ceil(refused.seconds / HOUR_SECONDS) });
    case 'not_text':
      return wording.text('talks-not-text');
    case 'empty':
      return wording.text('talks-empty');
    case 'too_long':
      return wording.text('talks-too-long', { length: refused.length, most: MAX_TALK_TEXT });
  }
}

/** Answers to buyers and owners who write to each other. */
export const TALK_ANSWERS = {
  talk_cancelled: says('talks-cancelled'),
  talk_unblocked: says('talks-unblocked'),
  talk_without_order: says('talks-without-order'),
  talk_refused: refusalInWords,
};
