import type { Browser, Page } from 'playwright-core';
import { startStack, type Stack, type StackOptions } from '../../playground/stack';
import type { Database } from '../../shared/database/connection/pool';
import { MOST_USED } from '../worlds/journey';
import { createTestDatabase } from '../support/test-database';
import { openPage, takePicture, type Sight } from './open-browser';

export const WIDE: Sight = { width: 1440, height: 900 };
export const NARROW: Sight = { width: 360, height: 740 };

/** Starts a separate playground for one visit, free of earlier purchases and moves of the clock. */
export async function visit(
  browser: Browser,
  sight: Sight,
  look: (page: Page, stack: Stack, product: Database) => Promise<void>,
  options: Pick<StackOptions, 'stars'> = {},
): Promise<void> {
  const database = await createTestDatabase();
  const stack = await startStack({
    databaseUrl: database.url,
    targets: MOST_USED,
    page: true,
    tick: 500,
    nowpayments: { statusDelayMs: 20 },
    ...options,
  });
  const { page, problems, close } = await openPage(browser, stack.page?.url ?? '', sight);
  try {
    await look(page, stack, database.database);
    expect(problems).toEqual([]);
  } catch (error) {
    await takePicture(
      page,
      `failure-${expect.getState().currentTestName?.slice(0, 30).replace(/\W+/g, '-') ?? ''}`,
    );
    throw error;
  } finally {
    await close();
    await stack.stop();
    await database.close();
  }
}
