import { expect, it } from 'vitest';
import { defaultOf } from '../../../shared/settings/schema';

it('the default of a setting: off, the first option, the range’s own, no text', () => {
  expect(defaultOf({ kind: 'toggle', default: false })).toBe(false);
  expect(defaultOf({ kind: 'choice', options: ['page', 'wide'] })).toBe('page');
  expect(defaultOf({ kind: 'range', min: 50, max: 300, step: 25, default: 100 })).toBe(100);
  expect(defaultOf({ kind: 'text' })).toBe('');
});
