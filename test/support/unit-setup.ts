// Before each unit test file: what was drawn with @testing-library/preact goes away after each test.
// The library does so by itself only where test functions are global; ours are imported.
import { options } from 'preact';
import { afterEach } from 'vitest';

if (typeof document !== 'undefined') {
  const { cleanup } = await import('@testing-library/preact');
  afterEach(cleanup);
  // Preact waits for a frame by a timer besides, which outlives the document of a file that ends soon, and then finds no frames to cancel.
  options.requestAnimationFrame = (run) => void requestAnimationFrame(run);
}
