// Overridden inline styles against a model: whatever aids set and undo, in any order, and whatever the page writes between, in the end there is
// what the page wrote. The same for marks.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createInlineStyles } from '../../../shared/dom/inline-styles';
import { createMarks } from '../../../shared/dom/marks';
import { runs } from '../../support/properties';

/** Longhands, so that one is never a part of another; what we write the page never does. */
const PROPERTIES = ['color', 'width', 'font-size', 'letter-spacing'] as const;
const OURS: Readonly<Record<string, readonly string[]>> = { color: ['blue', 'green'], width: ['11px', '12px'], 'font-size': ['21px', '22px'], 'letter-spacing': ['3px', '4px'] };
const PAGES: Readonly<Record<string, readonly string[]>> = { color: ['red', 'purple'], width: ['1px', '50%'], 'font-size': ['1em', '13px'], 'letter-spacing': ['1em', '2px'] };

const property = fc.constantFrom(...PROPERTIES);
const declared = property.chain((name) => fc.record({ name: fc.constant(name), value: fc.constantFrom(...(PAGES[name] ?? [])), isImportant: fc.boolean() }));
const attribute = fc.oneof(
  fc.constantFrom(null, ' color : RED ;; ', 'nonsense', 'font-size:13px!important; nonsense', 'COLOR:red;width:1px'),
  fc.array(declared, { maxLength: 3 }).map((list) => list.map(({ name, value, isImportant }) => `${name}:${value}${isImportant ? ' !important' : ''}`).join(';')),
);
const operation = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('set' as const), owner: fc.nat({ max: 2 }), name: property, which: fc.nat({ max: 1 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('back' as const), owner: fc.nat({ max: 2 }), name: property }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const), owner: fc.nat({ max: 2 }) }) },
  { weight: 3, arbitrary: declared.map((one) => ({ do: 'page' as const, ...one })) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('take' as const), name: property }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('attribute' as const), text: attribute }) },
);

/** What an element's style says, in an order of its own. */
function saying({ style }: HTMLElement): string[] {
  return PROPERTIES.map((name) => `${name}: ${style.getPropertyValue(name)} ${style.getPropertyPriority(name)}`);
}

describe('overridden inline styles', () => {
  it('leave in the end what the page wrote, whoever wrote when and whoever ends first', () => {
    fc.assert(
      fc.property(attribute, fc.array(operation, { maxLength: 14 }), fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (first, operations, ends) => {
        const [element, model] = [document.createElement('p'), document.createElement('p')];
        if (first !== null) for (const one of [element, model]) one.setAttribute('style', first);
        const owners = [{}, {}, {}];
        const book = createInlineStyles();
        let isPageSilent = true;
        for (const step of operations) {
          const owner = owners['owner' in step ? step.owner : 0] ?? {};
          if (step.do === 'set') {
            const value = OURS[step.name]?.[step.which] ?? '';
            book.set(owner, element, step.name, value);
          } else if (step.do === 'back') book.set(owner, element, step.name, null);
          else if (step.do === 'undo') book.undo(owner);
          else {
            isPageSilent = false;
            for (const one of [element, model]) {
              if (step.do === 'page') one.style.setProperty(step.name, step.value, step.isImportant ? 'important' : '');
              else if (step.do === 'take') one.style.removeProperty(step.name);
              else if (step.text === null) one.removeAttribute('style');
              else one.setAttribute('style', step.text);
            }
          }
        }
        for (const at of ends) book.undo(owners[at] ?? {});
        expect(saying(element)).toEqual(saying(model));
        if (isPageSilent) expect(element.getAttribute('style')).toBe(first);
      }),
      runs(400),
    );
  });

  it('are in force while somebody wants them and the page has not spoken since: those of who came last', () => {
    const ours = fc.oneof(
      { weight: 4, arbitrary: fc.record({ owner: fc.nat({ max: 2 }), name: property, which: fc.constantFrom(0, 1, null) }) },
      { weight: 1, arbitrary: fc.record({ owner: fc.nat({ max: 2 }) }) },
    );
    fc.assert(
      fc.property(attribute, fc.array(ours, { maxLength: 14 }), (first, operations) => {
        const [element, untouched] = [document.createElement('p'), document.createElement('p')];
        if (first !== null) for (const one of [element, untouched]) one.setAttribute('style', first);
        const owners = [{}, {}, {}];
        const book = createInlineStyles();
        const stacks = new Map<string, { owner: number; value: string }[]>(PROPERTIES.map((name) => [name, []]));
        for (const step of operations) {
          if ('name' in step) {
            const value = step.which === null ? null : (OURS[step.name]?.[step.which] ?? '');
            book.set(owners[step.owner] ?? {}, element, step.name, value);
            const stack = stacks.get(step.name) ?? [];
            const mine = stack.find((one) => one.owner === step.owner);
            if (value === null) stacks.set(step.name, stack.filter((one) => one !== mine));
            else if (mine) mine.value = value;
            else stack.push({ owner: step.owner, value });
          } else {
            book.undo(owners[step.owner] ?? {});
            for (const [name, stack] of stacks) stacks.set(name, stack.filter((one) => one.owner !== step.owner));
          }
          for (const [name, stack] of stacks) {
            const top = stack.at(-1);
            const expected = top ? [top.value, 'important'] : [untouched.style.getPropertyValue(name), untouched.style.getPropertyPriority(name)];
            expect([element.style.getPropertyValue(name), element.style.getPropertyPriority(name)], name).toEqual(expected);
          }
        }
      }),
      runs(200),
    );
  });
});

describe('marks', () => {
  it('are gone from everything, in the page or out of it, and from copies, when their owner ends', () => {
    const move = fc.oneof(
      { weight: 4, arbitrary: fc.record({ do: fc.constant('mark' as const), owner: fc.nat({ max: 1 }), at: fc.nat({ max: 9 }), name: fc.constantFrom('a', 'b'), value: fc.constantFrom('1', '', null) }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('out' as const), at: fc.nat({ max: 9 }) }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('in' as const), at: fc.nat({ max: 9 }), into: fc.nat({ max: 9 }) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('copy' as const), at: fc.nat({ max: 9 }), into: fc.nat({ max: 9 }) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('page' as const), at: fc.nat({ max: 9 }) }) },
    );
    fc.assert(
      fc.property(fc.array(move, { maxLength: 25 }), fc.boolean(), (moves, isFirstFirst) => {
        const root = document.body;
        root.innerHTML = '<div><p><b></b></p></div><form><input name="getAttribute"><input name="setAttribute"><i></i></form>';
        const all = [...root.querySelectorAll('*')];
        const owners = [createMarks(() => [document]), createMarks(() => [document])];
        const names: Readonly<Record<string, string>>[] = [{ a: 'mine-a', b: 'mine-b' }, { a: 'its-a', b: 'its-b' }];
        for (const step of moves) {
          const element = all[step.at % all.length];
          if (!element) continue;
          const into = 'into' in step ? [root, ...all][step.into % (all.length + 1)] : undefined;
          if (step.do === 'mark') {
            const name = names[step.owner]?.[step.name] ?? '';
            owners[step.owner]?.set(element, name, step.value);
            expect(owners[step.owner]?.get(element, name)).toBe(step.value);
          } else if (step.do === 'out') {
            if (!element.isConnected) continue;
            element.remove();
            for (const owner of owners) owner.leave([element]);
          } else if (step.do === 'in') {
            if (into?.isConnected && !element.contains(into)) {
              element.remove();
              into.append(element);
            }
          } else if (step.do === 'copy') {
            if (into?.isConnected && element.isConnected && !element.contains(into)) all.push(into.appendChild(element.cloneNode() as Element));
          } else Element.prototype.setAttribute.call(element, 'data-own', 'x');
        }
        for (const owner of isFirstFirst ? owners : owners.toReversed()) owner.undo();
        for (const element of all) expect([...element.attributes].map(({ name }) => name).filter((name) => name.startsWith('data-mingdu'))).toEqual([]);
      }),
      runs(200),
    );
  });
});
