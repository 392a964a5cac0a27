// What the reader agreed to about voices, as the store keeps it under `consent`. Checked here, for anybody may have written it.
// Not for asking (extras/voices.ts).
import type { ChosenVoice, Company } from '../../speech/voices';

export interface Consent {
  /** Companies that may be sent the text. */
  readonly remote: readonly Company[];
  /** Whether our own voice may be fetched. */
  readonly pack: boolean;
  /** The voice that was chosen, as it was called then; null when none was. */
  readonly voice: ChosenVoice | null;
  /** Names of voices that the reader heard and understood. */
  readonly heard: readonly string[];
}

const COMPANIES: readonly Company[] = ['microsoft', 'google', 'other'];
/** Nobody tries more; what is over is forgotten, oldest first. */
const HEARD_MAX = 24;

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []);

/** Reads any stored value; what is missing or broken is no consent. */
export function parseConsent(stored: unknown): Consent {
  const { remote, pack, voice, heard } = recordOf(stored);
  const { name, lang, voiceURI } = recordOf(voice);
  return {
    remote: COMPANIES.filter((company) => texts(remote).includes(company)),
    pack: pack === true,
    voice: typeof name === 'string' && typeof lang === 'string' && typeof voiceURI === 'string' ? { name, lang, voiceURI } : null,
    heard: texts(heard).slice(-HEARD_MAX),
  };
}

/** What is stored with a part of it changed; what others keep there survives. */
export function withConsent(stored: unknown, change: Partial<Consent>): Readonly<Record<string, unknown>> {
  return { ...recordOf(stored), ...change };
}
