import type { PageName } from '../../domain/owner-actions';
import type { Page } from './asked';
import { casePage, casesPage } from './cases';
import { menuPage } from './channel-menu';
import { questionPage, removalsPage, settingsPage } from './settings';
import { teamPage } from './team';
import { tiersPage } from './tiers';
import { postHoursPage, postsPage } from './posts';
import { statsPage } from './stats';
import { memberPage, membersPage } from './members';
import { orderPage, ordersPage } from './orders';
import { digestHoursPage, missedPage, notifyPage } from './notify';
import { auditPage } from './audit-page';
import { givePage, personPage } from './support-person';
import { rulingPage, rulingQuestionPage } from './support-ruling';

/** How each page is drawn, for a button at once and for the worker when it comes to it. */
export const PAGES: Readonly<Record<PageName, Page>> = {
  menu: menuPage,
  settings: settingsPage,
  edit: questionPage,
  tiers: tiersPage,
  removals: removalsPage,
  team: teamPage,
  posts: postsPage,
  'post-hours': postHoursPage,
  stats: statsPage,
  members: membersPage,
  member: memberPage,
  orders: ordersPage,
  order: orderPage,
  cases: casesPage,
  case: casePage,
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
};
