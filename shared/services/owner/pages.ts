import type { PageName } from '../../domain/owner-actions';
import type { Page } from './asked';
import { menuPage } from './channel-menu';
import { auditPage } from './audit-page';
import { questionPage, settingsPage } from './settings';
import { givePage, personPage } from './support-person';
import { rulingPage, rulingQuestionPage } from './support-ruling';

/** How each page is drawn, for a button at once and for the worker when it comes to it. */
export const PAGES: Readonly<Record<PageName, Page>> = {
  menu: menuPage,
  settings: settingsPage,
  edit: questionPage,
  give: givePage,
  buyer: personPage,
  grant: rulingQuestionPage('grant'),
  revoke: rulingQuestionPage('revoke'),
  ban: rulingQuestionPage('ban'),
  unban: rulingQuestionPage('unban'),
  ruling: rulingPage,
  audit: auditPage,
};
