// Draws the bar: pictures with words and, under them, how things stand. Not for what stands there (bar-items.ts).
import type { Item, ItemGroup } from './bar-items';
import { Picture, State } from './icon';

/** One button of the bar, or the value between two of them. */
export function BarButton({ item, isStop }: { readonly item: Item; readonly isStop: boolean }) {
  const { id, word, name, state, description, kind } = item;
  const inside = (
    <>
      <Picture paths={item.icon} />
      <span class="word">{word}</span>
      {state !== undefined && <State text={state} />}
    </>
  );
  if (kind === 'value') return <div class="button value">{inside}</div>;
  const told = description ?? state;
  return (
    <button
      type="button"
      class={`button ${kind ?? ''}`}
      data-item={id}
      data-opens={item.opens}
      tabIndex={isStop ? 0 : -1}
      aria-label={name ?? word}
      aria-describedby={told ? `state-${id}` : undefined}
      aria-pressed={item.pressed}
      aria-expanded={item.expanded}
      aria-controls={item.expanded ? 'panel' : undefined}
      aria-disabled={item.disabled || undefined}
      onClick={item.press}
    >
      {inside}
      {told && (
        <span id={`state-${id}`} hidden>
          {told}
        </span>
      )}
    </button>
  );
}

/** @param stop the one button that Tab reaches */
export function Groups({ groups, stop }: { readonly groups: readonly ItemGroup[]; readonly stop: string | undefined }) {
  return groups.map(({ label, plain, far, items }) => (
    <div
      // The last one stays when room is short; a key that changed would make its buttons anew under the reader's focus.
      key={label ?? items.at(-1)?.id}
      class={`group${plain ? '' : ' joined'}${far ? ' far' : ''}`}
      role={label ? 'group' : undefined}
      aria-label={label}
    >
      {items.map((item) => (
        <BarButton key={item.id} item={item} isStop={item.id === stop} />
      ))}
    </div>
  ));
}
