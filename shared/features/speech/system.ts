// Which system the reader sits at, as far as a browser tells, so that only its own steps are shown. Not for any decision about how to speak.
import type { VoiceSystem } from '../../panel';

/** What is asked of a navigator. */
export interface NavigatorLike {
  readonly userAgent: string;
  readonly maxTouchPoints: number;
  readonly userAgentData?: { readonly platform?: string };
}

/** The first row that matches counts: Android calls itself Linux too, and an iPad a Macintosh. */
const SYSTEMS: readonly (readonly [RegExp, VoiceSystem])[] = [
  [/android|harmonyos/i, 'android'],
  [/iphone|ipad|ipod/i, 'ios'],
  [/windows/i, 'windows'],
  [/\bcros\b|chrome ?os/i, 'chromeos'],
  [/mac ?os|macintosh/i, 'mac'],
  [/linux|x11|uos|kylin/i, 'linux'],
];

/** Null for one that we know no steps for. */
export function systemOf({ userAgent, maxTouchPoints, userAgentData }: NavigatorLike): VoiceSystem | null {
  const says = userAgentData?.platform || userAgent;
  const found = SYSTEMS.find(([pattern]) => pattern.test(says))?.[1] ?? null;
  return found === 'mac' && maxTouchPoints > 1 ? 'ios' : found;
}
