// What somebody who reports a fault can copy: the browser and its voices, and nothing of the page. Plain text in lines.
import { familyOf, isLocal } from '../../speech/voices';

/** Of 13,000 voices the Chinese ones are what counts. */
const VOICES_MAX = 60;

/** @param wanted the setting `voice` */
export function diagnosisOf(view: Window, wanted: string): string {
  const all = view.speechSynthesis?.getVoices() ?? null;
  const chinese = (all ?? []).filter((voice) => familyOf(voice) !== 'other');
  const shown = chinese.slice(0, VOICES_MAX).map((voice) => `${voice.lang} | ${voice.name} | ${voice.voiceURI} | ${isLocal(voice) ? 'local' : 'remote'}${voice.default ? ' | default' : ''}`);
  return [
    `browser: ${view.navigator.userAgent}`,
    `languages: ${view.navigator.languages.join(', ')}`,
    `voices: ${all ? `${all.length}, Chinese ${chinese.length}` : 'no speechSynthesis'}`,
    `wanted: ${wanted || '-'}`,
    ...shown,
    ...(chinese.length > VOICES_MAX ? [`(${chinese.length - VOICES_MAX} more)`] : []),
  ].join('\n');
}
