// Sound, forms, time, floats, language and words: what else only the owner can mend. Each `find` runs in the page.
import { ownerRule } from './rule';

/** Axe looks for names, titles, languages that are missing and forbidden zoom: they are not looked for again. */
export const REST = [
  ownerRule('sound-by-itself', 'barrier', (kit) =>
    kit.matching('bgsound,audio[autoplay],video[autoplay],embed[autostart],embed[src*="autoplay" i]').flatMap((at) => {
      const media = at as Partial<HTMLMediaElement>;
      const isSilent = at.hasAttribute('muted') || media.muted === true || /^(false|0)$/i.test(kit.attr(at, 'autostart'));
      return isSilent ? [] : [{ at, say: kit.attr(at, 'src').slice(-60) }];
    }),
  ),
  ownerRule('media-without-controls', 'hindrance', (kit) =>
    kit.matching('audio,video').flatMap((at) => {
      const around = at.parentElement?.parentElement ?? at;
      const hasOwn = around.querySelector('button,[role=button],[role=slider]') !== null;
      const isDecoration = at.hasAttribute('muted') && at.hasAttribute('autoplay') && at.hasAttribute('loop');
      return at.hasAttribute('controls') || hasOwn || isDecoration || !kit.isShown(at) ? [] : [{ at }];
    }),
  ),
  ownerRule('old-plugin', 'barrier', (kit) =>
    kit.matching('object,embed,applet').flatMap((at) => {
      const signs = `${kit.attr(at, 'type')} ${kit.attr(at, 'classid')} ${kit.attr(at, 'src')} ${kit.attr(at, 'data')} ${at.localName}`.toLowerCase();
      return /x-shockwave-flash|clsid:|\.swf|applet|silverlight/.test(signs) && !at.parentElement?.closest('object') ? [{ at, say: signs.trim().slice(0, 60) }] : [];
    }),
  ),

  ownerRule('placeholder-label', 'hindrance', (kit) =>
    kit.matching('input[placeholder],textarea[placeholder]').flatMap((at) => {
      const type = kit.attr(at, 'type').toLowerCase();
      const isNamed = ['aria-label', 'aria-labelledby', 'title'].some((name) => kit.attr(at, name).trim() !== '') || ((at as HTMLInputElement).labels?.length ?? 0) > 0;
      return isNamed || /^(hidden|submit|button|image|search)$/.test(type) || !kit.isShown(at) ? [] : [{ at, say: kit.attr(at, 'placeholder').slice(0, 40) }];
    }),
  ),
  ownerRule('paste-blocked', 'hindrance', (kit) => kit.matching('input[onpaste],textarea[onpaste]').flatMap((at) => (/false|preventDefault/.test(kit.attr(at, 'onpaste')) ? [{ at, say: kit.nameOf(at) }] : []))),
  ownerRule('selection-blocked', 'hindrance', (kit) =>
    kit.matching('[onselectstart],[oncontextmenu],[oncopy]').flatMap((at) => {
      const blocked = ['onselectstart', 'oncontextmenu', 'oncopy'].filter((name) => /false|preventDefault/.test(kit.attr(at, name)));
      return blocked.length > 0 && (at.localName === 'body' || at.localName === 'html' || at.querySelector('p')) ? [{ at, say: blocked.join(', ') }] : [];
    }),
  ),

  ownerRule('time-limit', 'advice', (kit) => {
    const limit = /(\d+\s*(秒|s)\s*后(自动|将|重新|再次|可)|验证码.{0,12}(有效|过期|失效)|(会话|登录|页面)(已)?(超时|过期|失效)|倒计时\s*\d|请在\s*\d+\s*(分钟|秒)内)/;
    return kit.all.flatMap((at) => {
      if (at.childElementCount > 0 || /^(script|style|noscript|template|option)$/.test(at.localName)) return [];
      const text = kit.textOf(at, 200);
      const hit = text.length < 200 ? limit.exec(text) : null;
      return hit && kit.isShown(at) ? [{ at, say: text.slice(0, 60) }] : [];
    });
  }),

  ownerRule('app-download', 'hindrance', (kit) =>
    kit.matching('a,button,[role=button],div,span').flatMap((at) => {
      if (at.childElementCount > 6) return [];
      const says = kit.nameOf(at);
      if (says.length > 24 || !kit.isShown(at)) return [];
      const isApp = /\.apk(\?|$)|itunes\.apple\.com|apps\.apple\.com/i.test(kit.attr(at, 'href'));
      const lures = /(立即|马上|点击|免费|扫码)(下载|打开|安装)|(下载|打开|安装)\s*(app|客户端|应用)|app\s*(内)?(下载|打开)/i.test(says);
      let box: Element | null = at;
      while (box && !/fixed|sticky/.test(getComputedStyle(box).position)) box = box.parentElement;
      return box && (isApp || lures) && !at.parentElement?.closest('a,button') && !at.querySelector('a,button,[role=button],div,span') ? [{ at, say: says }] : [];
    }),
  ),
  ownerRule('floating', 'hindrance', (kit) => {
    const closes = (box: Element) => [...box.querySelectorAll('a,button,[role=button],[onclick],[class*=close i],[id*=close i]')].some((one) => kit.canFocus(one) && /关闭|关掉|×|✕|close/i.test(`${kit.nameOf(one)} ${kit.signsOf(one)}`));
    return kit.matching('div,section,aside,a,ul,ilayer,layer').flatMap((at) => {
      const style = getComputedStyle(at);
      const isLaid = style.position === 'fixed' || (style.position === 'absolute' && /(left|top)\s*:/i.test(kit.attr(at, 'style')) && at.parentElement === at.ownerDocument.body);
      if (!isLaid || !kit.isShown(at)) return [];
      const { width, height } = at.getBoundingClientRect();
      const isBox = width >= 60 && height >= 60 && width <= innerWidth * 0.5 && height <= innerHeight * 0.9;
      const leads = (at.localName === 'a' && at.hasAttribute('href')) || at.querySelector('a[href] img,a[href][style*=background]') !== null;
      return isBox && leads && !closes(at) ? [{ at, say: kit.nameOf(at).slice(0, 40) }] : [];
    });
  }),

  ownerRule('foreign-lang', 'hindrance', (kit) =>
    kit.documents.flatMap((document) => {
      const at = document.documentElement;
      const lang = kit.attr(at, 'lang').toLowerCase();
      const text = (document.body?.textContent ?? '').slice(0, 20_000);
      const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
      const latin = text.match(/[a-z]{3,}/gi)?.length ?? 0;
      const isChinese = han > 100 && han > latin * 2;
      return lang !== '' && isChinese && !/^(zh|cmn|yue)/.test(lang) ? [{ at, say: `lang="${lang}"` }] : [];
    }),
  ),
  ownerRule('small-text', 'hindrance', (kit) =>
    kit.all.flatMap((at) => {
      if (kit.isOver()) return [];
      const own = [...at.childNodes].some((node) => node.nodeType === 3 && (node.nodeValue ?? '').trim().length > 3);
      if (!own || /^(script|style|noscript|sup|sub|option)$/.test(at.localName)) return [];
      const size = parseFloat(getComputedStyle(at).fontSize);
      return size < 12 && kit.isShown(at) ? [{ at, say: `${Math.round(size * 10) / 10}px ${kit.textOf(at, 20)}` }] : [];
    }),
  ),
  ownerRule('vague-link', 'advice', (kit) =>
    kit.matching('a[href]').flatMap((at) => {
      const says = kit.nameOf(at).replace(/[\s>»›.…[\]【】]+/g, '');
      return /^(更多|详情|查看|点击|点击这里|点这里|这里|详细|查看详情|more|here|clickhere|detail|details)$/i.test(says) && kit.isShown(at) ? [{ at, say: says }] : [];
    }),
  ),
  ownerRule('new-window', 'advice', (kit) =>
    kit.matching('a[target=_blank][href],area[target=_blank][href]').flatMap((at) => {
      const says = `${kit.nameOf(at)} ${kit.attr(at, 'title')}`;
      return kit.isShown(at) && !/新窗口|新标签|新页面|new (window|tab)/i.test(says) ? [{ at, say: kit.nameOf(at).slice(0, 30) }] : [];
    }),
  ),
] as const;
