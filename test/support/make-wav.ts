// A sound file made of numbers: a quiet tone, as WAV. For pages of tests; not for listening to.

const RATE = 8_000;
const HEAD_BYTES = 44;

/** @param seconds how long it lasts */
export function makeWav(seconds: number): Buffer {
  const count = Math.round(RATE * seconds);
  const file = Buffer.alloc(HEAD_BYTES + count * 2);
  file.write('RIFF', 0, 'ascii');
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8, 'ascii');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(RATE, 24);
  file.writeUInt32LE(RATE * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36, 'ascii');
  file.writeUInt32LE(count * 2, 40);
  for (let at = 0; at < count; at += 1) file.writeInt16LE(Math.round(800 * Math.sin((2 * Math.PI * 220 * at) / RATE)), HEAD_BYTES + at * 2);
  return file;
}
