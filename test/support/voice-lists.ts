// Lists of voices as platforms give them; names, codes and addresses as they were met or reported. No expectations in here.
import type { VoiceLike } from '../../shared/speech/voices';

/** A voice; its URI is its name unless said otherwise. */
export const voice = (name: string, lang: string, localService = true, voiceURI = name): VoiceLike => ({ name, lang, localService, voiceURI });

const online = (name: string, region: string, lang: string) => voice(`Microsoft ${name} Online (Natural) - Chinese (${region})`, lang, false);
const HUIHUI = voice('Microsoft Huihui - Chinese (Simplified, PRC)', 'zh-CN');
const KANGKANG = voice('Microsoft Kangkang - Chinese (Simplified, PRC)', 'zh-CN');
const YAOYAO = voice('Microsoft Yaoyao - Chinese (Simplified, PRC)', 'zh-CN');
const GOOGLE = [
  voice('Google Deutsch', 'de-DE', false),
  voice('Google US English', 'en-US', false),
  voice('Google 日本語', 'ja-JP', false),
  voice('Google 普通话（中国大陆）', 'zh-CN', false),
  voice('Google 粤語（香港）', 'zh-HK', false),
  voice('Google 國語（臺灣）', 'zh-TW', false),
];
const apple = (name: string, lang: string, id: string) => voice(name, lang, true, `com.apple.voice.compact.${lang}.${id}`);
const network = (id: string) => `Android Speech Recognition and Synthesis from Google ${id}`;

export const LISTS = {
  windowsChrome: [voice('Microsoft David - English (United States)', 'en-US'), HUIHUI, KANGKANG, YAOYAO, ...GOOGLE],
  edge: [
    HUIHUI,
    KANGKANG,
    YAOYAO,
    online('Ava Multilingual', 'United States', 'en-US'),
    online('Xiaoxiao', 'Mainland', 'zh-CN'),
    online('Xiaoyi', 'Mainland', 'zh-CN'),
    online('Yunjian', 'Mainland', 'zh-CN'),
    online('Yunxi', 'Mainland', 'zh-CN'),
    online('Yunxia', 'Mainland', 'zh-CN'),
    online('Yunyang', 'Mainland', 'zh-CN'),
    online('Xiaobei', 'Northeastern Mandarin', 'zh-CN-liaoning'),
    online('Xiaoni', 'Zhongyuan Mandarin Shaanxi', 'zh-CN-shaanxi'),
    online('HiuGaai', 'Cantonese Traditional', 'zh-HK'),
    online('HiuMaan', 'Hong Kong', 'zh-HK'),
    online('WanLung', 'Hong Kong', 'zh-HK'),
    online('HsiaoChen', 'Taiwan', 'zh-TW'),
    online('HsiaoYu', 'Taiwanese Mandarin', 'zh-TW'),
    online('YunJhe', 'Taiwan', 'zh-TW'),
  ],
  windowsFirefox: [
    voice('Microsoft Huihui Desktop - Chinese (Simplified)', 'zh-CN', false, 'urn:moz-tts:sapi:Microsoft Huihui Desktop - Chinese (Simplified)?zh-CN'),
    voice('Microsoft Zira Desktop - English (United States)', 'en-US', false, 'urn:moz-tts:sapi:Microsoft Zira Desktop?en-US'),
  ],
  macSafari: [
    ...['Eddy', 'Flo', 'Grandma', 'Grandpa', 'Reed', 'Rocko', 'Sandy', 'Shelley'].flatMap((name) => [apple(`${name} (中文（中国大陆）)`, 'zh-CN', name), apple(`${name} (中文（台湾）)`, 'zh-TW', name)]),
    apple('Samantha', 'en-US', 'Samantha'),
    apple('善怡', 'zh-HK', 'Sinji'),
    apple('美佳', 'zh-TW', 'Meijia'),
    apple('婷婷', 'zh-CN', 'Tingting'),
    apple('Bells', 'zh-CN', 'Bells'),
  ],
  macChrome: [apple('Meijia', 'zh-TW', 'Meijia'), apple('Sinji', 'zh-HK', 'Sinji'), apple('Tingting', 'zh-CN', 'Tingting'), apple('Yue (Premium)', 'zh-CN', 'Yue'), ...GOOGLE],
  android: [voice('English United States', 'en_US'), voice('Chinese Hong Kong', 'zh_HK'), voice('Chinese Taiwan', 'zh_TW'), voice('Chinese China', 'zh_CN')],
  chromeos: [
    voice(network('cmn-CN-x-ccc-network'), 'zh-CN'),
    voice(network('cmn-CN-x-ssa-local'), 'zh-CN'),
    voice(network('cmn-TW-x-ctc-local'), 'zh-TW'),
    voice(network('yue-HK-x-jar-local'), 'yue-HK'),
  ],
  linuxFirefox: [
    voice('Chinese (Mandarin, latin as English)', 'cmn', false, 'urn:moz-tts:speechd:Chinese%20(Mandarin%2C%20latin%20as%20English)?cmn'),
    voice('Chinese (Mandarin, latin as Pinyin)', 'cmn-LATN-PINYIN', false, 'urn:moz-tts:speechd:Chinese%20(Mandarin%2C%20latin%20as%20Pinyin)?cmn-latn-pinyin'),
    voice('English (America)', 'en-US', false, 'urn:moz-tts:speechd:English%20(America)?en-us'),
  ],
} as const satisfies Readonly<Record<string, readonly VoiceLike[]>>;
