// What `mingdu check` knows of a page: the rows that the engine writes, the rules add to, and the report reads. Data only.

/** How serious a thing is for somebody who has to read the page. */
export type Weight = 'barrier' | 'hindrance' | 'advice';

/** The gravest first. */
export const WEIGHTS: readonly Weight[] = ['barrier', 'hindrance', 'advice'];

/** Who can mend it: the owner of the page, or the aid, in which case it is a shortfall of Mingdu. */
export type Duty = 'owner' | 'mingdu';

/** One thing found on a page. */
export interface Problem {
  /** Name of the rule: `axe/image-alt`, `policy/script-src`, `owner/captcha-alternative`, `aid/clipped`. */
  readonly rule: string;
  readonly duty: Duty;
  readonly weight: Weight;
  /** How many places, and the first few of them as selectors. */
  readonly count: number;
  readonly places: readonly string[];
  /** What distinguishes this finding: a colour pair, a text, a header; may be empty. */
  readonly detail: string;
}

/** What one aid did to the page, by the instrument. */
export interface AidRow {
  /** Settings by their public names: `textSize=200`. */
  readonly aid: string;
  readonly findings: readonly { readonly kind: string; readonly text: string; readonly detail: string; readonly selector: string }[];
  /** Whether 退出 put the page back byte for byte. */
  readonly isRestored: boolean;
  /** Why there is nothing to tell. */
  readonly failed?: string;
}

/** What is read from the page before any aid, for the rules to judge. */
export interface PageFacts {
  readonly url: string;
  readonly title: string;
  readonly lang: string;
  readonly charset: string;
  /** Content-Security-Policy of headers and of `<meta>`, one policy a row. */
  readonly policies: readonly { readonly from: 'header' | 'meta'; readonly value: string }[];
  /** Addresses of scripts, style sheets and frames, as absolute addresses. */
  readonly scripts: readonly string[];
  readonly frames: readonly string[];
  /** Whether the page has the tag already, and which version answers. */
  readonly mingdu: string | null;
  /** Kinds of zones found (navigation, article, …) and how many of each. */
  readonly zones: Readonly<Record<string, number>>;
  /** Characters of the article that 只看正文 would show; 0 where none is found. */
  readonly articleCharacters: number;
}

/** A row of the report: one page. */
export interface PageRow {
  readonly address: string;
  readonly state: 'checked' | 'failed';
  /** Why it could not be checked, in one sentence. */
  readonly failed?: string;
  readonly facts?: PageFacts;
  readonly aids: readonly AidRow[];
  readonly problems: readonly Problem[];
  /** File names of pictures in the report's folder: as it is, and with the aids on. */
  readonly pictures: readonly { readonly name: string; readonly file: string }[];
  readonly ms: number;
}
