import type { InlineKeyboardButton } from 'grammy/types';
import type { OwnerActionName } from '../../domain/owner/owner-actions';

/** Colours of buttons since Bot API 9.4. https://core.telegram.org/bots/api#inlinekeyboardbutton */
export type ButtonStyle = NonNullable<InlineKeyboardButton['style']>;

const of = (action: OwnerActionName): string => `own_${action}_`;

/** What begins a button's data, by the colour of what it does: green pays or confirms, red removes, bans or refunds. */
const STYLES = {
  success: [
    'donate_confirm',
    'order_pay_',
    'pay_crypto_',
    'pay_once_',
    'pay_renew_',
    'sub_scratch_',
    'setup_review_start',
    of('post-publish'),
    of('open-place'),
  ],
  danger: [
    'member_remove_',
    'case_refund_',
    'case_sent_',
    'talk_block_',
    of('post-remove'),
    of('drop-tier'),
    of('drop-amounts'),
    of('drop-place'),
    of('close-place'),
    of('dismiss'),
    of('transfer-now'),
    of('ban'),
    of('revoke'),
    of('refund'),
    of('refund-now'),
  ],
} as const satisfies Partial<Record<ButtonStyle, readonly string[]>>;

/** The colour of a button, by its data. `undefined`: as the app draws it. The label says what the button does anyway. */
export function styleOf(callbackData: string): ButtonStyle | undefined {
  const begins = (prefix: string) => callbackData.startsWith(prefix);
  if (STYLES.success.some(begins)) return 'success';
  return STYLES.danger.some(begins) ? 'danger' : undefined;
}

/** A button in a colour. */
export const coloured = (
  button: InlineKeyboardButton,
  style: ButtonStyle | undefined,
): InlineKeyboardButton => (style === undefined ? button : { ...button, style });
