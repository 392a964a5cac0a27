// Lends the panels of aids (嗓音, 快捷键) to the options page, where no aid runs: the same files, drawn in the same way over the page.
// Not for what they are about (voices.ts, keys.ts).
import type { Room } from '../../shared/dom/room';
import { createStage } from '../../shared/dom/shadow-host';
import { createFence } from '../../shared/fence';
import type { PackName, Packs } from '../../shared/host';
import { createLive } from '../../shared/live';
import { take } from '../../shared/packs/registry';
import type { PanelHandle, PanelName, Panels } from '../../shared/panel';
import { createPanels } from '../../shared/panels/mount';
import { lentPreact } from '../../shared/toolbar/drawing';
import type { Desk } from './desk';
import type { Wording } from './wording';

/** Our own page leaves its own room; these panels lie along no edge. */
const OWN_ROOM: Room = { take: () => true, uncover: () => undefined, beside: () => ({ top: 0, bottom: 0, full: 0, least: 0 }), changes: createLive(0) };

export interface PanelsParts {
  readonly document: Document;
  readonly desk: Desk;
  readonly wording: Wording;
  readonly signal: AbortSignal;
  isDark(): boolean;
  /** A file could not be had. */
  onFailed(error: unknown): void;
}

/** Runs one of our scripts in this page. @throws Error that says what to do */
export function loadScript(document: Document, file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `/${file}.js`;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`Mingdu: ${file}.js could not be loaded; open this page anew, or install Mingdu again`)));
    document.head.append(script);
  });
}

export function createLentPanels({ document, desk, wording, signal, isDark, onFailed }: PanelsParts) {
  const load = (file: string) => loadScript(document, file);
  const showPanel = createPanels({
    document,
    stage: createStage(document, (run) => run()),
    room: OWN_ROOM,
    drawing: { ...lentPreact, language: wording.language, turn: wording.turn, size: () => String(desk.settings.value['toolbarSize']), isDark },
    settings: desk.settings,
    fence: createFence(onFailed, signal),
    loadScript: load,
  });

  return {
    loadPack: <N extends PackName>(name: N) => take<Packs[N]>(`pack-${name}`, () => load(`mingdu-pack-${name}`)),
    panel<N extends PanelName>(name: N): PanelHandle<N> {
      const props = createLive<Panels[N] | null>(null);
      let isWanted = false;
      return {
        show(next) {
          props.set(next);
          if (isWanted || !next) return;
          isWanted = true;
          showPanel(name, props, signal).catch((error: unknown) => {
            // The next press asks for the file again.
            isWanted = false;
            onFailed(error);
          });
        },
      };
    },
  };
}

export type LentPanels = ReturnType<typeof createLentPanels>;
