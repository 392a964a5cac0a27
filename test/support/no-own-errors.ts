// For browser tests: no error of the product may reach the page or its console while a test runs, its end included.
import { afterEach, beforeEach, expect } from 'vitest';
import type { Page } from 'puppeteer-core';
import { ownErrors, recordErrors } from './product';

/** Call it in a `describe`, before the hooks that close the page. @param pageOf the page, once there is one */
export function expectNoOwnErrors(pageOf: () => Page): void {
  let errors: string[] | undefined;
  beforeEach(() => {
    errors ??= recordErrors(pageOf());
    errors.length = 0;
  });
  afterEach(() => expect(ownErrors(errors ?? [])).toEqual([]));
}
