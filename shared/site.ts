// What a site's owner asked of the product, as the shared parts read it; every key may come or change later. Types alone: the widget fills it
// in (widget/options-script.ts), the extension has none.
import type { PageHints } from './page/hints';

/** An address that the site offers beside its aids. */
export interface SiteLink {
  readonly kind: 'statement' | 'feedback';
  readonly href: string;
}

export interface Site extends PageHints {
  /** Whether the interface leaves something out: a setting by its key, an aid without a setting or a preset by its id. */
  hides?(this: void, name: string): boolean;
  readonly links?: readonly SiteLink[];
}
