// The types of gbk.mjs, for the tests; it is plain JavaScript so that it runs without a build.

/**
 * The GBK bytes of a text.
 * @throws {RangeError} that names the first character GBK has no bytes for, and its place
 */
export function encodeGbk(text: string): Buffer;
