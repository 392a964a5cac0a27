// The samples in the panel show the schemes as they are on the page.
import { expect, test } from 'vitest';
import { contrastDescriptor } from '../../../shared/features/contrast/descriptor';
import { SCHEMES } from '../../../shared/features/contrast/schemes';

test('the links of the samples have the colours of the schemes', () => {
  const { links } = contrastDescriptor.settings.contrast;
  expect(links).toEqual(Object.fromEntries(Object.entries(SCHEMES).map(([name, scheme]) => [name, scheme.link])));
});
