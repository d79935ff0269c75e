import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';

/** Deque's rules for WCAG and good practice, as text that a page runs. */
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

// Strings, because the browser runs them and this project does not load the browser's types.
const NAMELESS = `
  [...document.querySelectorAll('button, a, input, select, summary, iframe, dialog, [role=log]')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => {
      const label = element.labels?.[0]?.textContent ?? element.getAttribute('aria-label') ?? element.title;
      return (label + element.innerText).trim() === '';
    })
    .map((element) => element.outerHTML)`;

const REFERENCES = `(() => {
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  const attributes = ['for', 'aria-labelledby', 'aria-controls', 'aria-describedby'];
  const named = attributes.flatMap((attribute) =>
    [...document.querySelectorAll('[' + attribute + ']')]
      .flatMap((element) => element.getAttribute(attribute).split(' ')));
  return {
    broken: named.filter((id) => !ids.includes(id)),
    doubled: ids.filter((id, index) => ids.indexOf(id) !== index),
  };
})()`;

/** Finds elements that a user of a narrow screen can't reach or hit: off the screen, or lower than 24 pixels. */
const OUT_OF_REACH = `
  [...document.querySelectorAll('button, a, input, select, summary, li')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => {
      const { left, right, height } = element.getBoundingClientRect();
      const isInText = element.closest('.text, .composer') !== null || element.type === 'radio' || element.matches('li');
      return left < 0 || right > innerWidth || (height < 24 && !isInText);
    })
    .map((element) => element.outerHTML)`;

/** Buttons, links, fields and frames without a name for a screen reader. */
export const namelessOn = (page: Page): Promise<string[]> => page.evaluate<string[]>(NAMELESS);

/** Ids that are referred to but missing, or used twice. */
export const referencesOn = (page: Page) => page.evaluate<Record<'broken' | 'doubled', string[]>>(REFERENCES);

const RUN_AXE = `axe.run(document, { iframes: false, resultTypes: ['violations'] }).then(({ violations }) =>
  violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ': ' + html + ' ' + failureSummary)))`;

/** What axe calls serious or critical, in the page and in the payment page in its frame. */
export async function seriousFaultsOn(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const frame of page.frames()) {
    if (frame.url() !== 'about:blank') faults.push(...(await faultsIn(frame)));
  }
  return faults;
}

async function faultsIn(frame: Frame): Promise<string[]> {
  if (!(await frame.evaluate<boolean>(`'axe' in window`))) await frame.evaluate(AXE);
  return frame.evaluate<string[]>(RUN_AXE);
}

/** Expects that axe finds nothing serious, and that everything visible has a name and, on a narrow screen, can be reached. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await seriousFaultsOn(page)).toEqual([]);
  expect(await namelessOn(page)).toEqual([]);
  expect(await referencesOn(page)).toEqual({ broken: [], doubled: [] });
  const width = page.viewportSize()?.width ?? 0;
  if (width > 400) return;
  expect(await page.evaluate<string[]>(OUT_OF_REACH)).toEqual([]);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
}
