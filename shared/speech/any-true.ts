// Waits for whichever comes true first. Not for rejections: what is waited for says false instead.

/** @returns true as soon as one of them is; false when none was */
export function anyTrue(promises: readonly Promise<boolean>[]): Promise<boolean> {
  return new Promise((resolve, reject) => {
    for (const one of promises) one.then((is) => is && resolve(true), reject);
    void Promise.all(promises).then(() => resolve(false), reject);
  });
}
