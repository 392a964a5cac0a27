// Trains the context model: for each character with several readings a log-linear model over its neighbours, FTRL-proximal (McMahan et al.,
// 2013) with an L1 term, so that few features remain. Not for which occurrences it is trained on (occurrences.mjs).
import { featuresOf } from './engine.mjs';

const LEARNING = { rate: 0.3, slack: 1, l1: 6, l2: 0.05, rounds: 20 };
/** Two primes that make the order of a round look random and yet be the same in every run. */
const STRIDE = 7919;
const SHIFT = 131;

/** A feature as text: kind, first, second. */
export function featureKeys(codes, at, isWhole) {
  const keys = [];
  featuresOf(codes, at, isWhole, (kind, first, second) => keys.push(`${kind} ${first} ${second}`));
  return keys;
}

/**
 * @param occurrences of one character: { features, reading, weight, isWord }
 * @returns its readings, their bias, and the features that remained with a weight for each reading
 */
export function trainCharacter(occurrences, learning = LEARNING) {
  const readings = [...new Set(occurrences.map(({ reading }) => reading))];
  if (readings.length < 2) return { readings, bias: [0], features: new Map() };
  // Two biases: how often a reading occurs in sentences, and how often in lists of words, which is not asked later.
  const numbers = new Map([['sentences', 0], ['words', 1]]);
  const rows = occurrences.map(({ features, reading, weight, isWord }) => {
    const own = [isWord ? 1 : 0];
    for (const feature of features) {
      if (!numbers.has(feature)) numbers.set(feature, numbers.size);
      own.push(numbers.get(feature));
    }
    return { own, target: readings.indexOf(reading), weight };
  });
  const count = readings.length;
  const z = new Float64Array(numbers.size * count);
  const squares = new Float64Array(numbers.size * count);
  const weightAt = (place) => {
    // The biases, in the first places, are not held down.
    const limit = place < 2 * count ? 0 : learning.l1;
    if (Math.abs(z[place]) <= limit) return 0;
    return -(z[place] - Math.sign(z[place]) * limit) / ((learning.slack + Math.sqrt(squares[place])) / learning.rate + learning.l2);
  };
  const sums = new Float64Array(count);
  for (let round = 0; round < learning.rounds; round += 1) {
    for (let turn = 0; turn < rows.length; turn += 1) {
      const { own, target, weight } = rows[(turn * STRIDE + round * SHIFT) % rows.length];
      sums.fill(0);
      const weights = own.map((feature) => sums.map((_, reading) => weightAt(feature * count + reading)));
      for (const one of weights) for (let reading = 0; reading < count; reading += 1) sums[reading] += one[reading];
      const most = Math.max(...sums);
      const chances = sums.map((sum) => Math.exp(sum - most));
      const total = chances.reduce((sum, one) => sum + one, 0);
      own.forEach((feature, index) => {
        for (let reading = 0; reading < count; reading += 1) {
          const gradient = weight * (chances[reading] / total - (reading === target ? 1 : 0));
          const place = feature * count + reading;
          const sigma = (Math.sqrt(squares[place] + gradient * gradient) - Math.sqrt(squares[place])) / learning.rate;
          z[place] += gradient - sigma * weights[index][reading];
          squares[place] += gradient * gradient;
        }
      });
    }
  }
  const weightsOf = (feature) => readings.map((_, reading) => weightAt(feature * count + reading));
  const features = new Map();
  for (const [feature, number] of numbers) if (number > 1 && weightsOf(number).some((one) => one !== 0)) features.set(feature, weightsOf(number));
  return { readings, bias: weightsOf(0), features };
}

/** @param model what trainCharacter gave */
export function sumsOf(model, features) {
  const sums = [...model.bias];
  for (const feature of features) model.features.get(feature)?.forEach((weight, reading) => (sums[reading] += weight));
  return sums;
}
