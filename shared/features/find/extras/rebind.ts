// The reader's own shortcuts: shown, chosen by pressing them, with a warning where somebody else has the key, and kept. Not for hearing them in
// the page (start.ts), nor for drawing (panels/shortcuts).
import type { FeatureContext } from '../../../feature';
import { ACTIONS, parseKeys, type Action, type Keys } from '../../../keys/bindings';
import { chordOf, chordText, isChord } from '../../../keys/chords';
import { clashOf } from '../../../keys/clash';
import type { ShortcutsPanel } from '../../../panel';
import { isKnown } from '../acts';

export interface Rebind {
  /** Whether a key is waited for: then it is no shortcut. */
  isWaiting(): boolean;
  open(): void;
  /** Shows the panel anew, or takes it away when shortcuts went off. */
  update(): void;
}

/** @param keys the keys that hold now; none while shortcuts are off */
export function createRebind(context: Pick<FeatureContext, 'kept' | 'panel' | 'all'>, keys: () => Keys, isMac: boolean): Rebind {
  const kept = context.kept('keys');
  const panel = context.panel('shortcuts');
  let isOpen = false;
  let waiting: Action | '' = '';
  let clash: { readonly action: Action; readonly chord: string } | null = null;
  let standing: Action | '' = '';
  let told: ShortcutsPanel['told'] = null;

  const isOff = () => context.all.value['shortcuts'] === 'off';
  const isAction = (text: string): text is Action => (ACTIONS as readonly string[]).includes(text);
  const tell = (key: NonNullable<ShortcutsPanel['told']>['key'], action: string = '', chord = '') => (told = { key, action, keys: chordText(chord, isMac) });

  async function write(change: (now: Keys) => Keys): Promise<void> {
    const isKept = await kept.update((stored) => change(parseKeys(stored)));
    // What was kept came back by itself; a refusal is to be said.
    if (isKept) return;
    tell('storage');
    update();
  }

  function take(action: Action, chord: string): void {
    waiting = '';
    clash = null;
    standing = action;
    tell('saved', action, chord);
    // Who had it by the reader's own choice loses it; one of the set gives way by itself.
    void write((now) => ({ ...Object.fromEntries(Object.entries(now).filter(([, held]) => held !== chord || held === '')), [action]: chord }));
    update();
  }

  function press(event: KeyboardEvent): void {
    if (waiting === '' || event.key === 'Tab' || event.key === 'Escape' || event.isComposing) return;
    event.preventDefault();
    if (/^(Control|Alt|AltGraph|Shift|Meta|OS)$/.test(event.key)) return;
    const chord = chordOf(event);
    const action = waiting;
    if (!isChord(chord)) tell('no-key', action);
    else if (clashOf(keys(), action, chord)) {
      clash = { action, chord };
      waiting = '';
      told = null;
    } else return take(action, chord);
    update();
  }

  function answer(yes: boolean): void {
    if (!clash) return;
    const { action, chord } = clash;
    if (yes) return take(action, chord);
    clash = null;
    standing = action;
    tell('declined', action);
    update();
  }

  function close(): void {
    // One step a press: what is waited for, then what is asked, then the panel.
    if (waiting !== '') [standing, waiting] = [waiting, ''];
    else if (clash) return answer(false);
    else isOpen = false;
    told = null;
    update();
  }

  function clashProps(): ShortcutsPanel['clash'] {
    const found = clash && clashOf(keys(), clash.action, clash.chord);
    return clash && found && { keys: chordText(clash.chord, isMac), action: clash.action, with: 'action' in found ? found.action : found.by };
  }

  function update(): void {
    if (!isOpen || isOff()) {
      isOpen = false;
      waiting = standing = '';
      clash = told = null;
      return panel.show(null);
    }
    const now = keys();
    const mine = parseKeys(kept.value.value);
    panel.show({
      rows: ACTIONS.filter((action) => isKnown(context, action)).map((action) => ({ action, keys: chordText(now[action] ?? '', isMac), isOwn: action in mine })),
      waiting,
      clash: clashProps(),
      told,
      standing,
      close,
      wait(action) {
        if (!isAction(action)) return;
        // Pressed again, it waits no longer.
        waiting = waiting === action ? '' : action;
        standing = action;
        clash = told = null;
        update();
      },
      press,
      answer,
      clear(action) {
        if (!isAction(action)) return;
        standing = action;
        waiting = '';
        clash = null;
        tell('cleared', action);
        void write((stored) => ({ ...stored, [action]: '' }));
        update();
      },
      restore() {
        waiting = '';
        clash = null;
        tell('restored');
        void write(() => ({}));
        update();
      },
    });
  }

  kept.value.watch(update);
  return {
    isWaiting: () => waiting !== '',
    open() {
      isOpen = true;
      standing = ACTIONS[0];
      update();
    },
    update,
  };
}
