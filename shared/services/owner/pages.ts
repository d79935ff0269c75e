import type { PageName } from '../../domain/owner-actions';
import type { Page } from './asked';
import { menuPage } from './channel-menu';
import { questionPage, settingsPage } from './settings';
import { statsPage } from './stats';

/** How each page is drawn, for a button at once and for the worker when it comes to it. */
export const PAGES: Readonly<Record<PageName, Page>> = {
  menu: menuPage,
  settings: settingsPage,
  edit: questionPage,
  stats: statsPage,
};
