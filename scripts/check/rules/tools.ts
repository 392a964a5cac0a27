// Other accessibility tools on a page: known by the addresses of their scripts, their globals, or what they draw. A table, and its reader.
// Two toolbars on one page confuse readers and speak at once; a word of which to keep is all that is said.
import type { Page } from 'puppeteer-core';
import type { PageFacts, Problem } from '../types';

/** One tool. A sign of any of the three kinds is enough. */
export interface OtherTool {
  readonly name: string;
  /** `toolbar` offers choices to readers; `overlay` also claims to repair the page. */
  readonly kind: 'toolbar' | 'overlay';
  readonly scripts?: RegExp;
  /** Names on `window`. */
  readonly globals?: readonly string[];
  readonly selectors?: readonly string[];
}

/** Chinese first, then the rest of the world. Signs that several tools or common libraries share are not in it. */
export const OTHER_TOOLS: readonly OtherTool[] = [
  { name: 'ESD 网站无障碍', kind: 'toolbar', scripts: /\/(esd|ewt)[\w-]*\/.*\.js|esdtoolbar|\bewt(toolbar|init)/i, selectors: ['#toolbarSwitch', '#ewt-browse', '[id^="ESDToolbar" i]'] },
  { name: 'accessTool', kind: 'toolbar', scripts: /\/accessTool\/|accessinitial/i, globals: ['accessInitial', 'accessTool'] },
  { name: 'ARIA 无障碍', kind: 'toolbar', scripts: /cniil|govwza|\/aria\.js\?appid=[\da-f]{32}/i, selectors: ['#cniil_wza', '#cnwza', '.cnwza', 'body[aria-status]', '#ariaTipText', '#ariabodytext'] },
  { name: 'jhelper 无障碍辅助', kind: 'toolbar', scripts: /jhelper|ewdcloud/i, globals: ['jhelper'] },
  { name: '太阳湾 AmblyopiaTool', kind: 'toolbar', scripts: /rrbay|amblyopia/i, selectors: ['#rrbayJs', '#wzayd'] },
  { name: '动易 PowerEasy 无障碍', kind: 'toolbar', scripts: /powereasy.*(barrier|access|wza)|(barrier|wza).*powereasy|pe\.accessib/i },
  { name: 'assist-tool', kind: 'toolbar', scripts: /assist-?tool(\.min)?\.js/i, selectors: ['#assist-open'] },
  { name: 'aging-assist', kind: 'toolbar', scripts: /aging-assist/i, globals: ['AgingAssist'], selectors: ['.aging-assist', '[data-aging-assist]'] },
  { name: 'web-barrier-free', kind: 'toolbar', scripts: /web-barrier-free/i },
  { name: 'AccessibilityPlugin', kind: 'toolbar', scripts: /accessibility-?plugin/i, globals: ['AccessibilityPlugin'] },
  { name: 'wza2', kind: 'toolbar', scripts: /jstide|\bwza2\b/i },
  { name: 'barrier-free', kind: 'toolbar', scripts: /\/barrier-free\//i },
  { name: 'UserWay', kind: 'overlay', scripts: /userway\.org|accessibility\.userway/i, globals: ['UserWay'], selectors: ['#userwayAccessibilityIcon', '.userway_p1', '.uwy'] },
  { name: 'accessiBe', kind: 'overlay', scripts: /acsbapp?\.com|accessibe/i, globals: ['acsbJS', 'acsb'], selectors: ['access-widget-ui', '.acsb-trigger'] },
  { name: 'EqualWeb', kind: 'overlay', scripts: /equalweb|nagich/i, selectors: ['#INDmenu-btn', '#INDmenu'] },
  { name: 'AudioEye', kind: 'overlay', scripts: /audioeye/i, globals: ['AudioEye', '__AudioEyeInstallSource'], selectors: ['#ae_launcher', '#ae_app'] },
  { name: 'Recite Me', kind: 'toolbar', scripts: /reciteme/i, globals: ['_reciteLoaded', 'loadReciteMe'], selectors: ['#reciteme', '.recite-me', '.recite-toolbar'] },
  { name: 'ReachDeck / Browsealoud', kind: 'toolbar', scripts: /browsealoud|reachdeck|texthelp/i, globals: ['BrowseAloud', 'ReachDeck'], selectors: ['#__ba_launchpad', '#__ba_panel'] },
  { name: 'Helperbird', kind: 'toolbar', scripts: /helperbird/i, selectors: ['helperbird-widget'] },
  { name: 'Immersive Reader', kind: 'toolbar', scripts: /immersive-reader/i, globals: ['ImmersiveReader'], selectors: ['.immersive-reader-button'] },
  { name: 'ReadSpeaker', kind: 'toolbar', scripts: /readspeaker/i, globals: ['ReadSpeaker', 'rspkr'], selectors: ['.rsbtn', '.rs_skip'] },
  { name: 'All in One Accessibility', kind: 'overlay', scripts: /skynettechnologies|all-?in-?one-?accessibility/i, selectors: ['#aioa-adawidget', '[id^="ada-widget"]'] },
  { name: 'Accessible Web Widget', kind: 'toolbar', scripts: /accessible-?web-?widget/i, globals: ['AccessibleWebWidget'], selectors: ['.acc-container', '#accweb-host'] },
  { name: 'Sienna', kind: 'toolbar', scripts: /sienna(-accessibility)?[.\w-]*\.js/i, globals: ['SiennaPlugin'], selectors: ['.asw-menu-btn', '.asw-container'] },
  { name: 'accessibility (ranbuch)', kind: 'toolbar', scripts: /accessibility@\d|ranbuch|\/accessibility(\.min)?\.js/i, selectors: ['._access-icon', '._access-menu'] },
  { name: 'accessibility toolbar (mickidum)', kind: 'toolbar', scripts: /acc_toolbar|mickidum/i, globals: ['micAccessTool', 'MicAccessTool'], selectors: ['#mic-access-tool-general-button', '#mic-access-tool-box'] },
  { name: 'Orange Confort+', kind: 'toolbar', scripts: /orange-?confort|confort-?plus/i, selectors: ['app-root[data-cplus]', '#uci_toolbar', '#cdu_toolbar'] },
  { name: 'Readability widget (NCSU)', kind: 'toolbar', scripts: /readability-widget/i, selectors: ['#readability-widget', '.readability-widget'] },
  { name: 'open-accessibility', kind: 'toolbar', scripts: /open-accessibility/i, selectors: ['.open-accessibility', '.open-accessibility-menu'] },
  { name: 'WP Accessibility', kind: 'toolbar', scripts: /wp-content\/plugins\/wp-accessibility\//i, selectors: ['.a11y-toolbar'] },
  { name: 'One Click Accessibility', kind: 'toolbar', scripts: /(pojo|one-click)-accessibility/i, globals: ['PojoA11yOptions'], selectors: ['#pojo-a11y-toolbar'] },
  { name: 'User Interface Options (Infusion)', kind: 'toolbar', scripts: /infusion-(uiO|all)|uiOptions/i, selectors: ['.flc-prefsEditor-separatedPanel', '.flc-prefsEditor'] },
  { name: 'Dark Reader', kind: 'toolbar', scripts: /darkreader(\.min)?\.js/i, globals: ['DarkReader'] },
];

/** What of a page tells of tools. */
export interface ToolSigns {
  readonly scripts: readonly string[];
  readonly globals: readonly string[];
  readonly selectors: readonly string[];
}

/** Pure. @returns each tool once, with the sign that gave it away */
export function toolsOf({ scripts, globals, selectors }: ToolSigns): { readonly tool: OtherTool; readonly sign: string }[] {
  return OTHER_TOOLS.flatMap((tool) => {
    const script = scripts.find((url) => tool.scripts?.test(url.split('#')[0] ?? ''));
    const global = tool.globals?.find((name) => globals.includes(name));
    const selector = tool.selectors?.find((one) => selectors.includes(one));
    const sign = script ?? (global === undefined ? selector : `window.${global}`);
    return sign === undefined ? [] : [{ tool, sign }];
  });
}

/** Reads globals and elements; presses nothing. */
export async function otherTools(facts: PageFacts, page: Page): Promise<Problem[]> {
  const globals = OTHER_TOOLS.flatMap((tool) => tool.globals ?? []);
  const selectors = OTHER_TOOLS.flatMap((tool) => tool.selectors ?? []);
  // An element with the id of a global is no global.
  const found = (await page.evaluate(`({
    globals: ${JSON.stringify(globals)}.filter((name) => { const value = window[name]; return value !== undefined && value !== null && !(value instanceof Element) && !(value instanceof HTMLCollection) && !(value instanceof Window); }),
    selectors: ${JSON.stringify(selectors)}.filter((selector) => document.querySelector(selector)),
  })`)) as Omit<ToolSigns, 'scripts'>;
  return toolsOf({ scripts: facts.scripts, ...found }).map(
    ({ tool, sign }): Problem => ({ rule: 'tool/other', duty: 'owner', weight: 'advice', count: 1, places: [], detail: `${tool.name} (${sign.slice(0, 160)})` }),
  );
}
