// A limit for one piece of work. Not for waiting until something on a page comes true (look/wait.ts).

/**
 * The clock runs only while somebody waits for it: what comes of it too late is nobody's unhandled rejection.
 * @param late what is to be given instead once the time is over; it may throw
 */
export async function within<Value>(ms: number, work: Promise<Value>, late: () => Value): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  }).then(late);
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}
