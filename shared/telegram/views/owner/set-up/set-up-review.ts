import type { SetUpDraft } from '../../../../domain/owner/set-up';
import { formatUsd } from '../../../../domain/common/money';
import { callbackData } from '../../../codec/callback-data';
import { truncate, html, type Html } from '../../html';
import { button, shortTitle } from '../../view';
import { linkedGroupLine } from '../linked-group';
import { plural, formatDays, shortTierName } from '../../words';
import type { SetUpPage } from './set-up-page';

const MAX_TEXT = 300;

const tierLines = ({ tiers }: SetUpDraft): Html[] =>
  tiers.length === 0
    ? [html`<b>Tiers:</b> none, donations only`]
    : tiers.map(
        ({ name, priceCents, days }) =>
          html`💎 ${shortTierName(name)}: ${formatUsd(priceCents)} for ${formatDays(days)}`,
      );

/** Shows all choices before the channel goes on sale. */
export const reviewPage: SetUpPage = ({ step, draft, hasLinkedGroup }) => ({
  text: [
    html`<b>Is this right?</b>`,
    html`<b>Private channel:</b> ${shortTitle(draft.privateChat?.title ?? 'none')}`,
    ...linkedGroupLine(hasLinkedGroup),
    html`<b>Public channel:</b> ${shortTitle(draft.publicChat?.title ?? 'none')}`,
    html`<b>Name:</b> ${shortTitle(draft.title === '' ? 'none' : draft.title)}`,
    html`<b>Description:</b> ${draft.description === '' ? 'none' : truncate(draft.description, MAX_TEXT)}`,
    ...tierLines(draft),
    html`<b>To donors:</b>
      ${draft.donationMessage === '' ? 'nothing' : truncate(draft.donationMessage, MAX_TEXT)}`,
    html`<b>News of sales:</b> ${draft.isNotified ? 'here' : 'off'}`,
    html`<b>Who did not renew may stay:</b>
      ${draft.graceHours === 0 ? 'not at all' : plural(draft.graceHours, 'hour')}`,
    html`<b>May be missing of a price:</b> ${draft.tolerancePercent} %`,
  ],
  rows: [[button('✅ Start selling', callbackData.setUp(step, 'start'))]],
});
