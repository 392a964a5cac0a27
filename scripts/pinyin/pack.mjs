// Writes the tables as strings of digits, which shared/packs/pinyin/unpack.ts reads. Strings of one kind of number each: brotli and gzip
// then find what repeats. Not for what the tables hold (make.mjs).
import { BASE, CLASSES, DIGITS, FAR, KINDS, NEW_MAX, TONES_EACH, WEIGHT_ZERO } from './engine.mjs';

/** Steps of a weight in a whole unit of the logarithm of the odds. */
const WEIGHT_STEPS = 4;
const FREQUENCY_CLASSES = 12;

function createDigits() {
  const out = [];
  return {
    put(value) {
      if (!Number.isInteger(value) || value < 0 || value >= BASE) throw new Error(`${value} is no digit of ${BASE}`);
      out.push(DIGITS[value]);
    },
    putPair(value, high) {
      if (value >= FAR * BASE) throw new Error(`${value} is too large for two digits`);
      this.put(value % FAR);
      (high ?? this).put(Math.floor(value / FAR));
    },
    get text() {
      return out.join('');
    },
  };
}

/** Characters in the order of code points: gaps, the usual reading, and how often words and features name them. */
function packCharacters(codes, readings, uses) {
  const [gaps, low, high, frequencies] = [createDigits(), createDigits(), createDigits(), createDigits()];
  let last = 0;
  for (const code of codes) {
    const gap = code - last - 1;
    if (gap < FAR) gaps.put(gap);
    else {
      gaps.put(FAR);
      gaps.put(gap % FAR);
      gaps.put(Math.floor(gap / FAR) % FAR);
      gaps.put(Math.floor(gap / FAR / FAR));
    }
    last = code;
    const [usual] = readings.get(code);
    const plain = Math.floor(usual / TONES_EACH);
    low.put(plain % FAR);
    high.put(Math.floor(plain / FAR) * TONES_EACH + (usual % TONES_EACH));
    frequencies.put(classOf(uses.get(code) ?? 0));
  }
  return { gaps: gaps.text, low: low.text, high: high.text, frequencies: frequencies.text };
}

const classOf = (uses) => (uses === 0 ? FREQUENCY_CLASSES : Math.max(0, FREQUENCY_CLASSES - 1 - Math.floor(Math.log2(uses))));

function rank(codes, uses) {
  const classes = Array.from({ length: FREQUENCY_CLASSES + 1 }, () => []);
  for (const code of codes) classes[classOf(uses.get(code) ?? 0)].push(code);
  return classes.flat();
}

/** The readings of a character beyond the usual one. */
function packOthers(ranked, readings) {
  const others = createDigits();
  let last = -1;
  ranked.forEach((code, at) => {
    const own = readings.get(code).slice(1);
    if (own.length === 0) return;
    others.putPair(at - last - 1);
    last = at;
    others.put(own.length);
    for (const syllable of own) {
      others.putPair(Math.floor(syllable / TONES_EACH));
      others.put(syllable % TONES_EACH);
    }
  });
  return others.text;
}

function packWords(words, rankOf, readings) {
  const digits = Object.fromEntries(['shapes', 'firstLow', 'firstHigh', 'restLow', 'restHigh', 'choices', 'costs'].map((name) => [name, createDigits()]));
  const sorted = words.map((word) => ({ ...word, ranks: word.codes.map((code) => rankOf.get(code)) })).sort((a, b) => compare(a.ranks, b.ranks));
  let last = [];
  let nodes = 0;
  let characters = 0;
  for (const { ranks, codes, syllables, cost } of sorted) {
    let shared = 0;
    while (shared < last.length && last[shared] === ranks[shared]) shared += 1;
    digits.shapes.put(shared * NEW_MAX + (ranks.length - shared));
    const after = shared < last.length ? last[shared] + 1 : 0;
    digits.firstLow.putPair(ranks[shared] - after, digits.firstHigh);
    for (const one of ranks.slice(shared + 1)) digits.restLow.putPair(one, digits.restHigh);
    codes.forEach((code, at) => {
      const own = readings.get(code);
      if (own.length > 1) digits.choices.put(own.indexOf(syllables[at]));
    });
    digits.costs.put(cost);
    nodes += ranks.length - shared;
    characters += ranks.length;
    last = ranks;
  }
  return { nodes, characters, ...Object.fromEntries(Object.entries(digits).map(([name, { text }]) => [name, text])) };
}

function compare(a, b) {
  for (let at = 0; at < a.length && at < b.length; at += 1) if (a[at] !== b[at]) return a[at] - b[at];
  return a.length - b.length;
}

/** Each reading's weight beside that of the first, which needs none then; held to what a digit can say. */
function putWeights(digits, weights) {
  for (const weight of weights.slice(1)) digits.put(Math.max(0, Math.min(FAR, Math.round((weight - weights[0]) * WEIGHT_STEPS) + WEIGHT_ZERO)));
}

function packModel(models, ranked, rankOf, readings) {
  const [heads, first, second, weights] = [createDigits(), createDigits(), createDigits(), createDigits()];
  const neighbourOf = new Map([...CLASSES, ...ranked.map((code) => code & 0xffff)].map((code, at) => [code, at]).reverse());
  let features = 0;
  let weightCount = 0;
  for (const [code, model] of [...models].sort(([a], [b]) => rankOf.get(a) - rankOf.get(b))) {
    heads.putPair(rankOf.get(code));
    heads.put(model.syllables.length);
    for (const syllable of model.syllables) heads.put(readings.get(code).indexOf(syllable));
    putWeights(weights, model.bias);
    weightCount += model.bias.length;
    KINDS.forEach(({ hasSecond }, kind) => {
      // A neighbour that has no reading has no number either.
      const own = model.features.filter(({ kind: one, first, second }) => one === kind && neighbourOf.has(first) && (second === 0 || neighbourOf.has(second))).map((feature) => ({ ...feature, places: [neighbourOf.get(feature.first), neighbourOf.get(feature.second) ?? 0] }));
      own.sort((a, b) => compare(a.places, b.places));
      heads.putPair(own.length);
      let at = 0;
      for (const { places, weights: values } of own) {
        const step = places[0] - at;
        if (step < FAR) first.put(step);
        else {
          first.put(FAR);
          first.putPair(step);
        }
        [at] = places;
        if (hasSecond) second.putPair(places[1]);
        putWeights(weights, values);
        features += 1;
        weightCount += values.length;
      }
    });
  }
  return { features, weights: weightCount, model: heads.text, modelFirst: first.text, modelSecond: second.text, modelWeights: weights.text };
}

/**
 * @param tables { plain: syllables in the order of their numbers, readings: Map code → syllable numbers (the usual one first),
 *   words: [{ codes, syllables, cost }], models: Map code → { syllables, bias, features: [{ kind, first, second, weights }] }, aloneCost }
 * @returns what unpack.ts calls PackedTables
 */
export function packTables({ plain, readings, words, models, aloneCost }) {
  const codes = [...readings.keys()].sort((a, b) => a - b);
  const uses = new Map();
  const use = (code) => uses.set(code, (uses.get(code) ?? 0) + 1);
  for (const word of words) word.codes.forEach(use);
  const low = new Map(codes.map((code) => [code & 0xffff, code]).reverse());
  for (const [code, model] of models) {
    use(code);
    for (const { first, second } of model.features) for (const one of [first, second]) if (low.has(one)) use(low.get(one));
  }
  const ranked = rank(codes, uses);
  const rankOf = new Map(ranked.map((code, at) => [code, at]));
  const { nodes, characters, ...packedWords } = packWords(words, rankOf, readings);
  const { features, weights, ...packedModel } = packModel(models, ranked, rankOf, readings);
  const others = [...readings.values()].reduce((sum, own) => sum + own.length - 1, 0);
  const sizes = { characters: codes.length, others, nodes, wordCharacters: characters, features, weights, aloneCost };
  return { syllables: plain.join(' '), ...packCharacters(codes, readings, uses), others: packOthers(ranked, readings), ...packedWords, ...packedModel, sizes };
}
