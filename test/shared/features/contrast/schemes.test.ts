// Every text of every scheme has at least 7:1 on what it stands on, and the grounds and texts are those of the contract.
import { describe, expect, it } from 'vitest';
import { contrastDescriptor } from '../../../../shared/features/contrast/descriptor';
import { contrast, parseColour, WHITE } from '../../../../shared/features/contrast/colour';
import { schemeOf, SCHEMES, type Scheme } from '../../../../shared/features/contrast/schemes';

const ratio = (one: string, other: string) => contrast(parseColour(one) ?? WHITE, parseColour(other) ?? WHITE);

const CONTRACT: Record<string, [ground: string, ink: string]> = {
  'black-on-white': ['#ffffff', '#000000'],
  'white-on-black': ['#000000', '#ffffff'],
  'yellow-on-black': ['#000000', '#ffff00'],
  'yellow-on-blue': ['#0000ff', '#ffff00'],
  'black-on-yellow': ['#ffff00', '#000000'],
  'black-on-cream': ['#fefecc', '#000000'],
};

describe('the table of schemes', () => {
  it('has one for each value of the setting but off', () => {
    const [off, ...values] = contrastDescriptor.settings.contrast.options;
    expect(Object.keys(SCHEMES)).toEqual(values);
    expect(schemeOf(off)).toBeNull();
    expect(schemeOf('toString')).toBeNull();
  });

  it.each(Object.entries<Scheme>(SCHEMES))('%s', (name, scheme) => {
    expect([scheme.ground, scheme.ink]).toEqual(CONTRACT[name]);
    const pairs: Record<string, [string, string]> = {
      text: [scheme.ink, scheme.ground],
      link: [scheme.link, scheme.ground],
      visited: [scheme.visited, scheme.ground],
      focus: [scheme.focus, scheme.ground],
      border: [scheme.border, scheme.ground],
      'border on field': [scheme.border, scheme.field.ground],
      'border on button': [scheme.border, scheme.button.ground],
      selection: [scheme.selection.ink, scheme.selection.ground],
      field: [scheme.field.ink, scheme.field.ground],
      button: [scheme.button.ink, scheme.button.ground],
      current: [scheme.current.ink, scheme.current.ground],
      disabled: [scheme.disabled, scheme.ground],
      'disabled field': [scheme.disabled, scheme.field.ground],
      'disabled button': [scheme.disabled, scheme.button.ground],
    };
    const poor = Object.entries(pairs).filter(([, [ink, ground]]) => ratio(ink, ground) < 7);
    expect(poor.map(([what, [ink, ground]]) => `${what} ${ratio(ink, ground).toFixed(2)}`)).toEqual([]);
    // Told apart by hue besides the underline.
    expect(new Set([scheme.ink, scheme.link, scheme.visited]).size).toBe(3);
  });
});
