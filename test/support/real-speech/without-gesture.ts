// Looks into a page without touching it: what a driver evaluates counts as the reader's press, after which the page may sound.
// For tests of what may not sound; everything else uses page.evaluate.
import type { Page } from 'puppeteer-core';

/**
 * Chromium only. Evaluates without a user gesture.
 * @returns the value of the expression, promises awaited
 * @throws Error what the expression threw
 */
export async function evaluateQuietly<Value>(page: Page, expression: string): Promise<Value> {
  const session = await page.createCDPSession();
  try {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression, userGesture: false, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as Value;
  } finally {
    await session.detach();
  }
}

/** Waits until an expression is true in the page, looking on without a gesture. @throws Error after `timeoutMs` */
export async function waitQuietly(page: Page, expression: string, timeoutMs = 20_000): Promise<void> {
  const until = Date.now() + timeoutMs;
  while (!(await evaluateQuietly<boolean>(page, `Boolean(${expression})`))) {
    if (Date.now() > until) throw new Error(`never true: ${expression}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
