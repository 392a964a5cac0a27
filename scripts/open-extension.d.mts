// Types of open-extension.mjs for the tests.
import type { Browser, Page } from 'puppeteer-core';

export declare const HOST: string;
export declare function openWithExtension(
  name: 'chromium' | 'firefox',
  options?: { headless?: boolean; viewport?: { width: number; height: number } | null; env?: Record<string, string> },
): Promise<{ browser: Browser; close: () => Promise<void> }>;
export declare function pressOnPortal(page: Page): Promise<void>;
