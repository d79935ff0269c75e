import { PERSONAL_DATA, type PersonalData, type PersonalTopic } from '../../domain/common/personal-data';
import type { MessageOf } from '../../domain/messages/messages';
import { lines, type Html } from './html';
import type { View } from './view';
import type { Wording } from './wording';

const WHAT = {
  account: 'privacy-account',
  orders: 'privacy-orders',
  access: 'privacy-access',
  lists: 'privacy-lists',
  messages: 'privacy-messages',
  talks: 'privacy-talks',
  amounts: 'privacy-amounts',
  answers: 'privacy-answers',
  team: 'privacy-team',
} as const satisfies Record<PersonalTopic, string>;

const SEEN = {
  channel: 'privacy-seen-channel',
  payees: 'privacy-seen-payees',
  both: 'privacy-seen-both',
  nobody: 'privacy-seen-nobody',
} as const satisfies Record<PersonalData['seenBy'], string>;

function keptInWords(kept: PersonalData['kept'], wording: Wording): Html {
  if (typeof kept === 'number') return wording.html('privacy-kept-days', { days: kept });
  if (typeof kept === 'object') return wording.html('privacy-kept-days-always', { days: kept.always });
  return wording.html(kept === 'bot' ? 'privacy-kept-bot' : 'privacy-kept-use');
}

/** What is stored for one purpose and why, for how long, and who sees it. */
export function personalDataInWords(topic: PersonalTopic, wording: Wording) {
  const { kept, seenBy } = PERSONAL_DATA[topic];
  return {
    what: wording.html(WHAT[topic]),
    kept: keptInWords(kept, wording),
    seen: wording.html(SEEN[seenBy]),
  };
}

export const PERSONAL_TOPICS = Object.keys(PERSONAL_DATA) as PersonalTopic[];

export const privacyView = ({ takesStars }: MessageOf<'privacy'>, wording: Wording): View => ({
  text: lines(
    wording.html('privacy-title'),
    ...PERSONAL_TOPICS.flatMap(
      (topic) => ['', wording.html('privacy-topic', personalDataInWords(topic, wording))] as const,
    ),
    ...(takesStars === true ? (['', wording.html('privacy-stars')] as const) : []),
    '',
    wording.html('privacy-ask'),
  ),
});
