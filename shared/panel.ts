// What an aid and its panel say to one another: the props of each panel by its name. Types alone: an aid knows no panel's insides, a panel
// no aid, and the script of a panel is fetched when it is first wanted. Not for how panels are mounted (panels/mount.ts).

/** A box in CSS pixels of the window. */
export interface WindowBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What every panel has. Functions stand at the top level of the props: there they are fenced. */
export interface PanelProps {
  /** Escape with the focus inside: the innermost open part goes. */
  close(): void;
}

/** A picture of the page, drawn anew by us. */
export interface ShownPicture {
  /** Our own element; it changes with the picture. */
  readonly copy: Element;
  /** Its size at the scale that is shown, in CSS px. */
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  /** What the page says of it; '' when nothing. */
  readonly label: string;
  /** Its place among the pictures of the page, from 1. */
  readonly place: number;
  readonly count: number;
  /** Whether the panel stands in the lower half, the picture being in the upper one. */
  readonly isLow: boolean;
}

export interface ImagePanel extends PanelProps {
  /** The picture that 放大 is offered for. */
  readonly offer: { readonly box: WindowBox; readonly hasFocus: boolean } | null;
  readonly shown: ShownPicture | null;
  /** The least and the most that a picture is enlarged. */
  readonly scales: readonly number[];
  /** Opens what is offered. */
  open(): void;
  scaleTo(scale: number): void;
  /** The picture so many places on. */
  go(step: number): void;
  /** Gives the focus back to where 放大 was reached from. */
  leaveOffer(): void;
}

/** The panels that there are: a folder each in panels/. */
export interface Panels {
  readonly image: ImagePanel;
}
export type PanelName = keyof Panels;

/** What an aid holds of its panel. */
export interface PanelHandle<N extends PanelName> {
  /** Draws these props in place of those before; null takes the panel away. */
  show(props: Panels[N] | null): void;
}
