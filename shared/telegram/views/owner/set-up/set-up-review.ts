import type { SetUpDraft } from '../../../../domain/owner/set-up';
import { callbackData } from '../../../codec/callback-data';
import { isolateBidi, truncate, type Html } from '../../html';
import { button, MAX_TIER_NAME, shortTitle } from '../../view';
import type { Wording } from '../../wording';
import { linkedGroupLines } from '../linked-group';
import { tierPrices } from '../star-words';
import type { SetUpPage } from './set-up-page';

const MAX_TEXT = 300;

const tierLines = ({ tiers }: SetUpDraft, wording: Wording): Html[] =>
  tiers.length === 0
    ? [wording.html('setup-review-no-tiers')]
    : tiers.map(({ name, days, ...prices }) =>
        wording.html('settings-tiers-item', {
          tier: isolateBidi(truncate(name, MAX_TIER_NAME)),
          price: tierPrices(prices, wording),
          duration: wording.days(days),
        }),
      );

/** Shows all choices before anything goes on sale. */
export const reviewPage: SetUpPage = ({ step, draft, linked }, wording) => {
  const kind = draft.privateChat?.kind ?? 'channel';
  const none = wording.text('settings-none');
  const titleOrNone = (title = '') => ({ title: title === '' ? none : shortTitle(title) });
  const textOrNone = (text: string) => ({ text: text === '' ? none : truncate(text, MAX_TEXT) });
  return {
    text: [
      wording.html('setup-review'),
      wording.html('setup-review-private', { ...titleOrNone(draft.privateChat?.title), kind }),
      ...linkedGroupLines(linked, wording),
      wording.html('setup-review-public', titleOrNone(draft.publicChat?.title)),
      wording.html('setup-review-title', titleOrNone(draft.title)),
      wording.html('setup-review-description', textOrNone(draft.description)),
      ...tierLines(draft, wording),
      wording.html('setup-review-donation', textOrNone(draft.donationMessage)),
      wording.html('setup-review-notifications', { state: draft.isNotified ? 'on' : 'off' }),
      wording.html('setup-review-grace', { hours: draft.graceHours }),
      wording.html('settings-tolerance', { percent: draft.tolerancePercent }),
    ],
    rows: [[button(wording.text('setup-start'), callbackData.setUp(step, 'start'))]],
  };
};
