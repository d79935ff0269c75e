import type { Page } from 'playwright-core';

// Strings, because the browser runs them and this project does not load the browser's types.
const NAMELESS = `
  [...document.querySelectorAll('button, a, input, select, summary, iframe, dialog, [role=log]')]
    .filter((element) => element.getClientRects().length > 0)
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

/** Expects that everything visible has a name and, on a narrow screen, can be reached. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await namelessOn(page)).toEqual([]);
  expect(await referencesOn(page)).toEqual({ broken: [], doubled: [] });
  const width = page.viewportSize()?.width ?? 0;
  if (width > 400) return;
  expect(await page.evaluate<string[]>(OUT_OF_REACH)).toEqual([]);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
}
