// The list of what must be filled and is empty, in a panel of ours; from there one goes to the field. Runs only while the panel is open.
// Not for how a field's name is found (page/field.ts), nor for checking what is entered: the page does that.
import { isOurs } from '../../dom/marker';
import type { FeatureContext } from '../../feature';
import { eachDocument } from '../../page/documents';
import { factsOf, isEmpty, isFillable } from '../../page/field';
import { FIELDS } from '../../page/field-around';
import type { FieldsPanel } from '../../panel';
import type { fieldsDescriptor } from './descriptor';

/** While one writes the list is looked at again so often. */
const LOOK_MS = 300;

export function start(context: FeatureContext<typeof fieldsDescriptor.settings>): void {
  const { page, signal } = context;
  const panel = context.panel('fields');
  let isOpen = false;
  let takesFocus = false;
  let dropLook: (() => void) | null = null;
  const keys = new WeakMap<Element, number>();
  const listed = new Map<number, HTMLElement>();
  let count = 0;

  function keyOf(field: Element): number {
    const key = keys.get(field) ?? (count += 1);
    keys.set(field, key);
    return key;
  }

  /** Of buttons of which one is chosen, the first stands for all. */
  function isFirst(field: Element, known: Set<string>, forms: Map<unknown, number>): boolean {
    const { type, name, form } = field as HTMLInputElement;
    if (field.localName !== 'input' || type !== 'radio' || !name) return true;
    const owner = form ?? field.getRootNode();
    if (!forms.has(owner)) forms.set(owner, forms.size);
    const key = `${forms.get(owner)} ${name}`;
    if (known.has(key)) return false;
    known.add(key);
    return true;
  }

  function look(): Pick<FieldsPanel, 'empty' | 'has'> {
    const known = new Set<string>();
    const forms = new Map<unknown, number>();
    const fields = page.roots.value
      .flatMap((root) => [...root.querySelectorAll<HTMLElement>(FIELDS)])
      .filter((field) => !isOurs(field) && isFillable(field) && isFirst(field, known, forms));
    listed.clear();
    const required = fields.map((field) => ({ field, facts: factsOf(field) })).filter(({ facts }) => facts.isRequired);
    const empty = required
      .filter(({ field }) => isEmpty(field))
      .map(({ field, facts: { label, group, kind } }) => {
        const key = keyOf(field);
        listed.set(key, field);
        return { key, label: kind === 'one' ? group || label : [group, label].filter(Boolean).join('，'), kind };
      });
    return { empty, has: fields.length === 0 ? 'none' : required.length === 0 ? 'optional' : 'required' };
  }

  function update(): void {
    if (!isOpen) return panel.show(null);
    panel.show({
      ...look(),
      takesFocus,
      focused: () => void (takesFocus = false),
      close,
      go(key) {
        const field = listed.get(key);
        // Only what is going back first leaves the focus where it is put.
        close();
        field?.focus({ preventScroll: true });
        // In the middle no bar of ours lies over it.
        field?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      },
    });
  }

  function close(): void {
    isOpen = false;
    dropLook?.();
    update();
    context.hold(false);
  }

  function lookSoon(): void {
    if (!isOpen) return;
    dropLook ??= context.later(() => {
      dropLook = null;
      update();
    }, LOOK_MS);
  }

  eachDocument(page, signal, (document) => {
    for (const type of ['input', 'change', 'reset']) context.listen(document, type, lookSoon, { capture: true });
  });
  page.onChange(lookSoon, signal);
  context.onCommand('show', () => {
    context.hold(true);
    isOpen = takesFocus = true;
    update();
  });
}
