import type { PageName } from '../../domain/owner/owner-actions';
import type { PageBuilder } from './page/owner-request';
import { casePage, casesPage } from './lists/cases';
import { refundPage } from './lists/refund';
import { caseWorthPage } from './lists/case-worth';
import { amountsPage } from './settings/donation-amounts';
import { menuPage } from './settings/channel-menu';
import { questionPage } from './edit-setting';
import { languagePage } from './settings/language';
import { removalsPage, settingsPage } from './settings/settings';
import { teamPage } from './team/team';
import { placePage, placesPage } from './places/places-page';
import { donationStarsPage, tierStarsPage } from './settings/star-prices';
import { tiersPage } from './settings/tiers';
import { postHoursPage, postsPage } from './settings/posts';
import { linksPage } from './settings/links';
import { statsPage } from './lists/stats';
import { memberPage, membersPage } from './lists/members';
import { orderPage, ordersPage } from './lists/orders';
import { digestHoursPage, missedPage, notifyPage } from './settings/notify';
import { auditPage } from './lists/audit-page';
import { takeOverPage, takeoverPage, undoTakeoverPage } from './takeovers/pages';
import { givePage, personPage } from './support/person';
import { rulingPage, rulingQuestionPage } from './support/ruling';

/** The builder of each page: buttons use it at once, the worker uses it for `show_page`. */
export const PAGES: Readonly<Record<PageName, PageBuilder>> = {
  menu: menuPage,
  settings: settingsPage,
  edit: questionPage,
  amounts: amountsPage,
  tiers: tiersPage,
  'tier-stars': tierStarsPage,
  'donation-stars': donationStarsPage,
  removals: removalsPage,
  language: languagePage,
  places: placesPage,
  place: placePage,
  team: teamPage,
  posts: postsPage,
  'post-hours': postHoursPage,
  links: linksPage,
  stats: statsPage,
  members: membersPage,
  member: memberPage,
  orders: ordersPage,
  order: orderPage,
  cases: casesPage,
  case: casePage,
  'case-worth': caseWorthPage,
  refund: refundPage,
  notify: notifyPage,
  'notify-hours': digestHoursPage,
  'notify-missed': missedPage,
  give: givePage,
  buyer: personPage,
  grant: rulingQuestionPage('grant'),
  revoke: rulingQuestionPage('revoke'),
  ban: rulingQuestionPage('ban'),
  unban: rulingQuestionPage('unban'),
  ruling: rulingPage,
  audit: auditPage,
  'take-over': takeOverPage,
  takeover: takeoverPage,
  'list-undo': undoTakeoverPage,
};
