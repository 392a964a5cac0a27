// What must not get into Mingdu's own bundles: the voice pack is a separate program under the GPL, and so is every copy of its engine that npm
// packages hide under other names and licences.

/** Packages that hold espeak-ng, whatever they say of their licence. */
export const HOLDS_ESPEAK = /espeak|mespeak|text2wav|phonemizer|piper-tts|vits-web|kokoro-js|sherpa-onnx/i;

/**
 * @param {readonly string[]} inputs the files of a bundle, from the project's folder
 * @returns {string[]} those that belong to the voice pack, or to a package that holds its engine
 */
export function foreignInputs(inputs) {
  return inputs.filter((path) => /^(\.\/)?voice-pack\//.test(path) || HOLDS_ESPEAK.test(/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? ''));
}

/**
 * @param {{ packages?: Record<string, unknown> }} lock a package-lock.json
 * @returns {string[]} the packages in it that hold espeak-ng
 */
export function foreignPackages(lock) {
  return Object.keys(lock.packages ?? {}).filter((path) => HOLDS_ESPEAK.test(path));
}
