import type { PageName } from '../../domain/owner-actions';
import type { Page } from './asked';
import { casePage, casesPage } from './cases';
import { menuPage } from './channel-menu';
import { memberPage, membersPage } from './members';
import { orderPage, ordersPage } from './orders';
import { questionPage, settingsPage } from './settings';

/** How each page is drawn, for a button at once and for the worker when it comes to it. */
export const PAGES: Readonly<Record<PageName, Page>> = {
  menu: menuPage,
  settings: settingsPage,
  edit: questionPage,
  members: membersPage,
  member: memberPage,
  orders: ordersPage,
  order: orderPage,
  cases: casesPage,
  case: casePage,
};
