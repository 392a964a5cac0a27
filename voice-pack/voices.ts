// SPDX-License-Identifier: GPL-3.0-or-later
// The one voice of this program, as it names itself to whoever asks.
import { PROTOCOL, type VoicesMessage } from '../shared/speech/pack/protocol';

export const VOICES: VoicesMessage = {
  type: 'voices',
  protocol: PROTOCOL,
  voices: [{ name: '明读语音包', lang: 'zh-CN', voiceURI: 'mingdu:voice-pack', localService: true }],
};
