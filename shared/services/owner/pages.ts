import type { PageName } from '../../domain/owner-actions';
import type { Page } from './asked';
import { menuPage } from './channel-menu';
import { postHoursPage, postsPage } from './posts';
import { questionPage, settingsPage } from './settings';

/** How each page is drawn, for a button at once and for the worker when it comes to it. */
export const PAGES: Readonly<Record<PageName, Page>> = {
  menu: menuPage,
  settings: settingsPage,
  edit: questionPage,
  posts: postsPage,
  'post-hours': postHoursPage,
};
