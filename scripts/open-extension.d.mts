// Types of open-extension.mjs for the tests.
import type { Page } from 'puppeteer-core';

export declare function waitForToolbar(page: Page): Promise<void>;
