// The rendering opportunities of a window: the next frame, and what comes after its paint. Not for what is done in them.

/** A window that is hidden or throttled gives no frames; work goes on by the clock then. */
const NO_FRAME_MS = 300;

export interface Frames {
  /** Resolves inside the next frame, or soon by the clock when no frames come. */
  next(): Promise<void>;
  /** Resolves in a task of its own: after the paint, when called inside a frame. */
  afterPaint(): Promise<void>;
}

/** @param document gives the clock of frames */
export function createFrames(document: Document): Frames {
  const view = document.defaultView as Window & typeof globalThis;
  return {
    next: () =>
      new Promise((resolve) => {
        const timer = view.setTimeout(done, document.hidden ? 0 : NO_FRAME_MS);
        const request = view.requestAnimationFrame(done);
        function done(): void {
          view.clearTimeout(timer);
          view.cancelAnimationFrame(request);
          resolve();
        }
      }),
    afterPaint: () =>
      new Promise((resolve) => {
        const channel = new view.MessageChannel();
        channel.port1.onmessage = () => {
          channel.port1.close();
          resolve();
        };
        channel.port2.postMessage(null);
      }),
  };
}
