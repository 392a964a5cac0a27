// Controls that only a mouse can work, and focus that is thrown away, hidden or kept in. Each `find` runs in the page.
import { ownerRule } from './rule';

/** Each cheap, none complete: what they find is there, what they do not find may be there too. */
export const CONTROLS = [
  ownerRule('mouse-only', 'barrier', (kit) => {
    const ownHandler = (element: Element) => {
      if (kit.attr(element, 'onclick') !== '' || kit.attr(element, 'onmousedown') !== '') return true;
      if (typeof (element as HTMLElement).onclick === 'function' || kit.hears(element)) return true;
      // React and Vue listen elsewhere, and keep the handler on the element under a name of theirs.
      for (const key of Object.keys(element)) {
        if (!/^(__reactProps\$|__reactEventHandlers\$|_vei$)/.test(key)) continue;
        const props = (element as unknown as Record<string, unknown>)[key];
        if (typeof props === 'object' && props !== null && typeof (props as Record<string, unknown>)['onClick'] === 'function') return true;
      }
      const query = (window as { jQuery?: { _data?(element: Element, name: string): unknown } }).jQuery;
      const events = query?._data?.(element, 'events') as Record<string, unknown> | undefined;
      return events !== undefined && events !== null && 'click' in events;
    };
    const window_ = innerWidth * innerHeight;
    return kit.all.flatMap((element) => {
      if (/^(html|body|head|script|style|form|label|main|option|select|video|audio|canvas)$/.test(element.localName) || kit.canFocus(element)) return [];
      if (!ownHandler(element) || !kit.isShown(element)) return [];
      if (element.closest('a[href],button,label,summary,[tabindex],[aria-hidden=true]') || element.querySelector('a[href],button,input,select,textarea,[tabindex]')) return [];
      const { width, height } = element.getBoundingClientRect();
      if (width * height > window_ / 2) return [];
      return [{ at: element, say: kit.nameOf(element) }];
    });
  }),

  ownerRule('hover-only', 'hindrance', (kit) => {
    const opens = (style: CSSStyleDeclaration) =>
      (style.display !== '' && style.display !== 'none') || style.visibility === 'visible' || (style.opacity !== '' && Number(style.opacity) > 0) || (/px|em|%|auto/.test(style.height + style.maxHeight) && style.height !== '0px');
    const byFocus = kit.styles().filter(({ selector }) => /:focus/.test(selector)).map(({ selector }) => selector.replace(/:focus(-within|-visible)?/g, ':hover'));
    const found = new Map<Element, string>();
    for (const { selector, style, root } of kit.styles()) {
      if (kit.isOver()) break;
      for (const one of selector.split(',')) {
        // What is hovered and what it opens are two things.
        if (!/:hover[^,]*[\s>+~]\s*\S/.test(one) || !opens(style) || byFocus.some((other) => other.includes(one.trim()))) continue;
        const still = one.replace(/:hover/g, '').trim();
        if (/::|:(before|after)/.test(still)) continue;
        for (const element of root.querySelectorAll(still)) {
          const computed = getComputedStyle(element);
          const isHidden = computed.display === 'none' || computed.visibility === 'hidden' || computed.opacity === '0' || element.getBoundingClientRect().height === 0;
          const parent = element.parentElement;
          if (isHidden && parent && element.querySelector('a[href],button')) found.set(element, kit.textOf(parent, 30));
        }
      }
    }
    for (const element of kit.matching('[onmouseover],[onmouseenter]')) {
      const says = kit.attr(element, 'onmouseover') + kit.attr(element, 'onmouseenter');
      if (/show|display|block|visible|open|menu|slide/i.test(says) && !element.hasAttribute('onfocus') && !element.hasAttribute('onclick') && kit.isShown(element)) found.set(element, kit.nameOf(element));
    }
    return [...found].map(([at, say]) => ({ at, say }));
  }),

  ownerRule('drag-only', 'hindrance', (kit) =>
    kit.matching('[draggable=true],[ondragstart]').flatMap((at) => {
      const isLinkOrPicture = /^(a|img)$/.test(at.localName) || kit.attr(at, 'ondragstart').includes('false');
      return isLinkOrPicture || !kit.isShown(at) || kit.canFocus(at) ? [] : [{ at, say: kit.nameOf(at) }];
    }),
  ),

  ownerRule('throws-focus', 'barrier', (kit) =>
    kit.matching('[onfocus]').flatMap((at) => {
      const code = kit.attr(at, 'onfocus');
      return /\bblur\s*\(/.test(code) && (kit.canFocus(at) || kit.isShown(at)) ? [{ at, say: `${kit.nameOf(at)} onfocus="${code.slice(0, 60)}"` }] : [];
    }),
  ),

  ownerRule('keyboard-trap', 'barrier', (kit) =>
    kit.matching('[onblur],[onkeydown],[onkeypress]').flatMap((at) => {
      const back = /\bthis\s*\.\s*focus\s*\(/.test(kit.attr(at, 'onblur'));
      const deaf = /^\s*(javascript:)?\s*return\s+false\s*;?\s*$/.test(kit.attr(at, 'onkeydown') || kit.attr(at, 'onkeypress'));
      return back || deaf ? [{ at, say: `${kit.nameOf(at)} ${back ? 'onblur' : 'onkeydown'}="${(kit.attr(at, 'onblur') || kit.attr(at, 'onkeydown') || kit.attr(at, 'onkeypress')).slice(0, 60)}"` }] : [];
    }),
  ),

  ownerRule('jumps-on-choice', 'hindrance', (kit) =>
    kit.matching('select[onchange]').flatMap((at) => (/location|open\s*\(|\.href|jump|submit\s*\(/i.test(kit.attr(at, 'onchange')) ? [{ at, say: kit.nameOf(at).slice(0, 30) || kit.attr(at, 'onchange').slice(0, 60) }] : [])),
  ),

  ownerRule('focus-unseen', 'hindrance', (kit) => {
    const isNone = (style: CSSStyleDeclaration) => style.outlineStyle === 'none' || style.outlineWidth === '0px' || /^(none|0(px)?)$/.test(style.outline);
    const other = (style: CSSStyleDeclaration) => [style.boxShadow, style.border, style.borderColor, style.backgroundColor, style.background, style.textDecoration].some((value) => value !== '' && value !== 'none');
    const places = kit.styles().filter(({ selector, style }) => /(^|,)\s*(\*|a|button|input|:?)?\s*:focus(-visible)?\s*(,|$)/.test(selector) && isNone(style) && !other(style));
    return places.flatMap(({ selector, root }) => {
      const at = (root instanceof Document ? root : root.ownerDocument).documentElement;
      return [{ at, say: `${selector.slice(0, 80)} { outline: none }` }];
    });
  }),
] as const;
