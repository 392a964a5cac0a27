// Before each unit test file: what was drawn with @testing-library/preact goes away after each test.
// The library does so by itself only where test functions are global; ours are imported.
import { afterEach } from 'vitest';

if (typeof document !== 'undefined') {
  const { cleanup } = await import('@testing-library/preact');
  afterEach(cleanup);
}
