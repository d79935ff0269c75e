/** What a missed notification was about, by the type of its message. */
export const EVENT_LABELS: Readonly<Record<string, string>> = {
  subscription_sold: '🎉 Subscription',
  donation_received: '💝 Donation',
  sales_digest: '📊 Daily digest',
  odd_payment: '⚠️ Odd payment',
  invoices_refused: '🚨 Buyers cannot pay',
  access_trouble: '🚨 Trouble letting somebody in',
  removal_trouble: '🚨 Trouble removing somebody',
  ban_trouble: '🚨 Trouble with a ban',
  member_kept: '👤 Member left in',
  removals_braked: '🛑 Removals slowed down',
  place_broken: '🚨 I can’t work in a channel',
  place_works: '✅ Everything works again',
  place_gone: '🚨 A channel is gone',
  chat_became_public: '🚨 The private channel is public',
  notices_unreachable: '⚠️ A chat could not be reached',
};
