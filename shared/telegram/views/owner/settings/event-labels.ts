import type { WordingKey } from '../../../catalog';
import type { Wording } from '../../wording';

const LABELS: Readonly<Record<string, WordingKey>> = {
  subscription_sold: 'settings-missed-sold',
  donation_received: 'settings-missed-donation',
  sales_digest: 'settings-missed-digest',
  odd_payment: 'settings-missed-odd',
  invoices_refused: 'settings-missed-invoices',
  access_trouble: 'settings-missed-access',
  removal_trouble: 'settings-missed-removal',
  ban_trouble: 'settings-missed-ban',
  member_kept: 'settings-missed-kept',
  removals_braked: 'settings-missed-braked',
  place_broken: 'settings-missed-broken',
  place_works: 'settings-missed-works',
  place_gone: 'settings-missed-gone',
  chat_became_public: 'settings-missed-became-public',
  notices_unreachable: 'settings-missed-unreachable',
};

/** What a missed notification was about, by the type of its message. The type itself if a newer version added it. */
export function eventLabel(type: string, wording: Wording): string {
  const key = Object.hasOwn(LABELS, type) ? LABELS[type] : undefined;
  return key === undefined ? type : wording.text(key);
}
