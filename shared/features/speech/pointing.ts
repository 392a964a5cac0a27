// 指读: what the pointer rests on, the focus reaches or a tap touches. Finds it and hands it on; says nothing itself.
import { isElement, isOurs, TEXT_TAG } from '../../dom/marker';
import type { FeatureContext } from '../../feature';
import type { Packs } from '../../host';
import { blocksIn } from '../../page/blocks';
import { eachDocument } from '../../page/documents';
import { FIELDS } from '../../page/field-around';
import { elementAt, sentenceAt } from '../../page/pointed';
import type { Sentence } from '../../page/sentences';
import { cursorSentence } from './cursor-place';
import type { speechDescriptor } from './descriptor';
import { tableOf, tableWord } from './kinds';
import { elementItem, sentenceItem, type Item } from './item';
import { ACTS, nameOf, NAMED, roleOf } from './roles';
import { cellLead } from './tables';

/** How long the pointer must rest. */
const DWELL_MS = 300;
/** A focus that a press brought was pointed at already. */
const PRESS_FOCUS_MS = 500;

export interface PointingParts {
  /** Whether the reader has chosen 指读. */
  isOn(): boolean;
  onItem(item: Item): void;
}

/** Listens in all documents of the page, passively, until the aid ends; nothing is told while `isOn` says no. */
export function followPointing(context: FeatureContext<typeof speechDescriptor.settings>, { isOn, onItem }: PointingParts): void {
  const { page, position } = context;
  const textOf = (element: Element) => [...blocksIn(page, element)].map((block) => block.text.trim()).join(' ');
  let cancelRest: (() => void) | null = null;
  let pressedAt = Number.NEGATIVE_INFINITY;
  let pressedBy = 'mouse';
  let inTable: HTMLTableElement | null = null;
  let names: Packs['field-names'] | null = null;
  let told = 0;

  function itemOf(element: Element): Item {
    const field = names && element.matches(FIELDS) ? names.fieldSaid(element) : null;
    const role = [roleOf(element), field?.required].filter(Boolean).join('，');
    return elementItem(element, field?.name || nameOf(element, textOf), role);
  }

  /** Hands on what is pointed at. The first field waits for what finds its name; where that does not arrive, it has the plain one. */
  function tell(item: Item): void {
    const mine = (told += 1);
    const { element } = item;
    if (names || !element?.matches(FIELDS)) return onItem(item);
    const late = (): void => {
      if (mine === told && isOn() && !context.signal.aborted) onItem(itemOf(element));
    };
    context.pending(context.loadPack('field-names').then((pack) => {
      names = pack;
      late();
    }, late));
  }

  /** The word for a table, on entering it; the next table, or the same after something else, is entered anew. */
  function tableEntered({ block }: Sentence): string {
    const before = inTable;
    inTable = tableOf(block);
    return inTable && inTable !== before ? tableWord(inTable) : '';
  }

  function itemAt(document: Document, x: number, y: number): Item | null {
    const element = elementAt(document, x, y);
    if (!element || (isOurs(element) && !element.closest(TEXT_TAG))) return null;
    return itemIn(element.closest(NAMED), sentenceAt(page, document, x, y));
  }

  function itemIn(control: Element | null, sentence: Sentence | null): Item | null {
    if (sentence) {
      // A link that is the whole sentence is named as a link; one inside a sentence does not interrupt it.
      const isWhole = control !== null && textOf(control).trim().includes(sentence.text);
      return sentenceItem(page, sentence, isWhole && control ? roleOf(control) : tableEntered(sentence), cellLead(page, sentence, true));
    }
    if (!control) return null;
    const item = itemOf(control);
    // A picture or field without a name has nothing to say.
    return item.text === roleOf(control) && control.matches('img') ? null : item;
  }

  function hear(document: Document): void {
    const passive = { capture: true };
    const leave = () => {
      cancelRest?.();
      cancelRest = null;
    };
    context.listen(document, 'pointermove', (event) => {
      const { clientX, clientY, pointerType } = event as PointerEvent;
      leave();
      if (!isOn() || pointerType === 'touch') return;
      cancelRest = context.later(() => {
        const item = isOn() ? itemAt(document, clientX, clientY) : null;
        if (item) tell(item);
      }, DWELL_MS);
    }, passive);
    // What is scrolled under a resting pointer was not pointed at.
    context.listen(document, 'scroll', leave, passive);
    context.listen(document, 'pointerleave', leave, passive);
    context.listen(document, 'pointerdown', (event) => {
      pressedAt = event.timeStamp;
      pressedBy = (event as PointerEvent).pointerType;
    }, passive);
    context.listen(document, 'click', (event) => {
      const target = event.composedPath()[0];
      if (!isOn() || pressedBy !== 'touch' || !isElement(target) || target.closest(ACTS)) return;
      const { clientX, clientY } = event as MouseEvent;
      const item = itemAt(document, clientX, clientY);
      if (item) tell(item);
    }, passive);
    context.listen(document, 'focusin', (event) => {
      const element = event.composedPath()[0];
      if (!isOn() || !isElement(element) || event.timeStamp - pressedAt < PRESS_FOCUS_MS) return;
      if (isOurs(element) || element.localName === 'body') return;
      // Where the reading cursor brought the focus, its place has said more.
      if (position.current.value?.source === 'cursor' && position.current.value.target === element) return;
      tell(itemOf(element));
    }, passive);
  }

  eachDocument(page, context.signal, hear);
  // Where it stands already, and where it comes to stand by being turned on, nobody asked to hear: by itself 指读 makes no sound.
  const known = position.current.value;
  position.current.watch((place) => {
    if (place === known || place?.source !== 'cursor' || place.isEntry || !isOn()) return;
    const item = itemIn(place.target?.closest(NAMED) ?? null, cursorSentence(page, place));
    if (item) tell(item);
  }, context.signal);
}
