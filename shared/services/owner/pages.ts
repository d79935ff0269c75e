import type { PageName } from '../../domain/owner-actions';
import type { Page } from './asked';
import { menuPage } from './channel-menu';
import { digestHoursPage, missedPage, notifyPage } from './notify';
import { questionPage, settingsPage } from './settings';

/** How each page is drawn, for a button at once and for the worker when it comes to it. */
export const PAGES: Readonly<Record<PageName, Page>> = {
  menu: menuPage,
  settings: settingsPage,
  edit: questionPage,
  notify: notifyPage,
  'notify-hours': digestHoursPage,
  'notify-missed': missedPage,
};
