// The demo portal with a voice that sounds at once, for whole ways through it, and what the product leaves in a page. No expectations in here.
import { demoMounts, widgetMount } from './product';
import type { Mount } from './site';
import { fakeSpeechScript } from './speech-page';

const VOICE = '/made/voice.js';
/** Slow enough that a sentence still sounds when the reader presses 停止. */
const MS_PER_CHARACTER = 400;

/** The demo and the widget; each page gets the voice. */
export const journeyMounts = (): Mount[] => [
  ...demoMounts().map((mount) => ({ ...mount, inject: { html: `<script src="${VOICE}"></script>`, before: '</head>' as const } })),
  { at: VOICE, from: () => ({ type: 'text/javascript; charset=utf-8', body: fakeSpeechScript('linux-chromium', MS_PER_CHARACTER) }) },
  widgetMount(),
];

/** An expression: elements of ours, and attributes of ours on the page's, that are still there. */
export const ownLeft = `[...document.querySelectorAll('*')].filter((one) => one.hasAttribute('data-mingdu') || [...one.attributes].some(({ name }) => name.startsWith('data-mingdu-x-'))).filter((one) => one.dataset.mingdu !== 'launcher').map((one) => one.outerHTML.slice(0, 100))`;
