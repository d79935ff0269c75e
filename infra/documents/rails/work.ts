import type { Scenario } from './scenario';

/** What happens while we make something to pay, do what was paid for, and afterward. */
export const SCENARIOS_OF_WORK = {
  slow: {
    name: 'the provider is slow when something to pay is made',
    holds: 'The buyer gets one thing to pay, also if two workers run.',
  },
  down: {
    name: 'the provider is down when something to pay is made',
    holds:
      'The order stays, and one thing to pay follows. The buyer is told, unless what is down carries our words.',
  },
  answer_lost: {
    name: 'the answer with the thing to pay is lost',
    holds: 'The buyer can pay, and the order is settled once, even if the thing to pay came twice.',
  },
  limited: {
    name: 'the provider answers that there were too many calls',
    holds: 'The order stays, and one thing to pay follows.',
  },
  lying: {
    name: 'a later report takes an earlier one back',
    holds: 'A payment that ended never goes back, except by a refund.',
  },
  crash_ordering: {
    name: 'we crash at any point as the buyer orders, before or after the write',
    holds: 'There is one order, with one thing to pay.',
  },
  crash_making: {
    name: 'we crash at any point as something to pay is made, before or after the provider made it',
    holds: 'The buyer gets one thing to pay, and its payment settles the order once.',
  },
  crash_paid: {
    name: 'we crash at any point as money is reported, before or after the write',
    holds: 'The provider reports it again, and the order is settled once.',
  },
  crash_granting: {
    name: 'we crash at any point as we do what was paid for, before or after it was done',
    holds: 'The buyer has one link that works. Nothing is promised twice.',
  },
  crash_refund: {
    name: 'we crash at any point as a refund is ordered or reported, before or after the write',
    holds: 'The payment is refunded once, and the days end once.',
  },
  crash_refunding: {
    name: 'we crash at any point as a refund is carried out, before or after it was done',
    holds: 'The member is out, and both sides are told.',
  },
  renewal: {
    name: 'the next period is paid before the end',
    holds: 'It begins where the last one ends.',
  },
  renewal_failed: {
    name: 'the next period cannot be charged',
    holds: 'Access ends as it would without renewal. The buyer is told.',
  },
  renewal_late: {
    name: 'the next period is paid after the end, within the grace period',
    holds: 'It begins now. The member stays in.',
  },
  cancel_renewal: {
    name: 'the buyer or the owner ends the renewal',
    holds: 'What was paid for stays until its end, and nothing more is charged.',
  },
  both_rails: {
    name: 'both rails pay one order',
    holds: 'It is settled once. The second payment is a case that the owner can refund.',
  },
  price_changed: {
    name: 'the owner raises the price between the order and its payment',
    holds: 'The price of the order holds.',
  },
  paused: {
    name: 'the owner pauses the offer between the order and its payment',
    holds: 'What was ordered can be paid, or is refused before money moves. Nothing more is sold.',
  },
  banned: {
    name: 'the owner bans the buyer between the order and its payment',
    holds: 'The buyer is not let in. Money that came anyway is in the books, and the owner is told.',
  },
  without_rights: {
    name: 'the bot can let nobody in when the money comes',
    holds: 'The days count, both sides are told, and the link follows once the bot has its rights.',
  },
  donation: {
    name: 'a donation is paid',
    holds: 'The donor is thanked once, and the owner is told once.',
  },
  donation_twice: {
    name: 'a donation is paid twice',
    holds: 'It counts as two donations, each thanked for once, or the second is a case.',
  },
} as const satisfies Readonly<Record<string, Scenario>>;
