// What this aid changes on a page: told to site owners (docs/what-it-changes.md) and proven by test/browser/what-it-changes.test.ts. No code of it.
import type { AidChanges } from '../../changes';

export const fieldsChanges: AidChanges = {
  listens: ['change', 'input', 'reset'],
  also: [
    { zh: ['按了列表里的一项，焦点到那个填写框', '焦点是读者要的，留在那里'], en: ['A press in the list moves the focus to that field', 'The focus is where the reader wanted it'] },
  ],
};
