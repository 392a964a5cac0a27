// Which characters are of the first level of 通用规范汉字表 (2013). Not the second and third level: those are what `rare` annotates.
import { BASE, createDigitReader } from './digits';
import { FIRST_LEVEL } from './first-level-table';

/** The digit that stands for "that many, and go on". */
const MORE = BASE - 1;
const FIRST_CHARACTER = 0x4e00;

/** All of them, unpacked: code points. */
export function firstLevel(): ReadonlySet<number> {
  const codes = new Set<number>();
  const steps = createDigitReader(FIRST_LEVEL);
  for (let code = FIRST_CHARACTER - 1; !steps.isDone; ) {
    const step = steps.next();
    code += step;
    if (step < MORE) codes.add((code += 1));
  }
  return codes;
}
