import { expect, it } from 'vitest';
import { styleOf } from '../../../shared/typography/style-of';

it('reads what there is of an element in a document that its frame has left', () => {
  const left = document.implementation.createHTMLDocument();
  expect(left.defaultView).toBeNull();
  expect(styleOf(left.body).fontSize).toBe('');
  expect(styleOf(document.body).display).toBe('block');
});
