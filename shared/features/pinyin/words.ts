// Where words begin, so that a ruby holds a word. Only for grouping: Intl.Segmenter cuts official Chinese too badly to read by.

interface WordSegmenter {
  segment(text: string): Iterable<{ readonly index: number }>;
}

/** A function that tells the offsets at which words begin in a sentence; without Intl.Segmenter, every second character. */
export function createWordStarts(): (sentence: string) => ReadonlySet<number> {
  const segmenter: WordSegmenter | null = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : null;
  return (sentence) => {
    const starts = new Set<number>();
    if (segmenter) for (const { index } of segmenter.segment(sentence)) starts.add(index);
    else for (let at = 0; at < sentence.length; at += 2) starts.add(at);
    return starts;
  };
}
