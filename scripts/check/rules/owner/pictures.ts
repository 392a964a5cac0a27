// Captchas, text that is a picture, and content that is only a file to download. Each `find` runs in the page.
import { ownerRule } from './rule';

/** Nothing on a page can read these for somebody who does not see them. No `reduce`: old prototype.js makes another thing of it. */
export const PICTURES = [
  ownerRule('captcha-alternative', 'barrier', (kit) => {
    const named = /captcha|verif(y|ication)?[_-]?(code|img|image)|valid(ate)?[_-]?(code|img)|v[_-]?code|check[_-]?code|code[_-]?img|rand(om)?[_-]?(code|img|image)|yzm|kaptcha|验证码|看不清|换一张/;
    const other = /语音|听(取|一听)?|播放|短信|手机验证|audio|voice|sound|sms/i;
    return kit.matching('img,canvas,input[type=image]').flatMap((at) => {
      if (!kit.isShown(at)) return [];
      const { width, height } = at.getBoundingClientRect();
      if (width < 30 || width > 400 || height < 12 || height > 160) return [];
      const around = at.closest('form,[role=dialog],dialog,fieldset,table') ?? at.parentElement?.parentElement ?? at;
      const field = around.querySelector('input[name*=code i],input[id*=code i],input[name*=yzm i],input[placeholder*="验证码"],input[name*=captcha i]');
      const isCaptcha = named.test(kit.signsOf(at)) || (field !== null && /验证码/.test(`${kit.textOf(around, 400)} ${kit.attr(field, 'placeholder')}`) && at.localName !== 'input' && width < 250);
      if (!isCaptcha) return [];
      const words = `${kit.textOf(around, 1000)} ${[...around.querySelectorAll('[title],[aria-label],[alt]')].map((one) => `${kit.attr(one, 'title')} ${kit.attr(one, 'aria-label')} ${kit.attr(one, 'alt')}`).join(' ')}`;
      return other.test(words) || around.querySelector('audio') ? [] : [{ at, say: kit.attr(at, 'alt') || kit.attr(at, 'title') }];
    });
  }),

  ownerRule('captcha-puzzle', 'barrier', (kit) =>
    kit
      .matching('[class*=geetest i],[class*=yidun i],[class*=tcaptcha i],[id*=tcaptcha i],[class*=nc_scale],[class*=slide-verify i],[class*=slider-captcha i],[class*=verify-slide i],[class*=verify-move i],[id*=aliyunCaptcha i]')
      .flatMap((at) => (at.parentElement?.closest('[class*=geetest i],[class*=yidun i],[class*=tcaptcha i],[class*=slide-verify i],[class*=slider-captcha i],[class*=verify-slide i]') || !kit.isShown(at) ? [] : [{ at, say: kit.textOf(at, 40) }])),
  ),

  ownerRule('picture-of-text', 'barrier', (kit) =>
    kit.documents.flatMap((document) => {
      const content = kit.contentOf(document);
      const words = (content.textContent ?? '').replace(/\s+/g, '').length;
      const links = [...content.querySelectorAll('a')].map((link) => link.textContent ?? '').join('').length;
      // Where there is text beside it, a large picture is more likely a photograph.
      if (words - links > 250) return [];
      return [...content.querySelectorAll('img')].flatMap((at) => {
        const { width, height } = at.getBoundingClientRect();
        const isPage = width >= 350 && height >= width * 1.2;
        const says = kit.attr(at, 'alt').trim();
        return isPage && says.length < 20 && kit.isShown(at) ? [{ at, say: says }] : [];
      });
    }),
  ),

  ownerRule('meaningless-alt', 'hindrance', (kit) =>
    kit.matching('img[alt],input[type=image][alt],area[alt]').flatMap((at) => {
      const says = kit.attr(at, 'alt').trim();
      const isName = /\.(jpe?g|png|gif|webp|bmp|svg)$/i.test(says) || /^(图片?|图像|照片|image|img|picture|photo|logo|banner|untitled|无标题|未标题)[\s_-]*\d*$/i.test(says) || /^[\dA-F_-]{8,}$/i.test(says);
      return isName && kit.isShown(at) ? [{ at, say: says }] : [];
    }),
  ),

  ownerRule('document-only', 'barrier', (kit) => {
    const file = /\.(pdf|docx?|xlsx?|pptx?|wps|et|ofd|ceb)(\?|#|$)/i;
    return kit.documents.flatMap((document) => {
      const content = kit.contentOf(document);
      const shown = [...content.querySelectorAll('iframe[src],embed[src],object[data]')].filter((one) => file.test(kit.attr(one, 'src') || kit.attr(one, 'data')) || /pdf/i.test(kit.attr(one, 'type')));
      const links = [...content.querySelectorAll('a[href]')].filter((link) => file.test(kit.attr(link, 'href')));
      if (content === document.body && shown.length === 0) return [];
      const text = (content.textContent ?? '').replace(/\s+/g, '').length - links.map((link) => kit.textOf(link, 200)).join('').length;
      if (text > 200) return [];
      return [...shown, ...links].filter(kit.isShown).map((at) => ({ at, say: kit.nameOf(at) || kit.attr(at, 'src') || kit.attr(at, 'data') }));
    });
  }),

  ownerRule('document-unnamed', 'advice', (kit) =>
    kit.matching('a[href]').flatMap((at) => {
      const kind = /\.(pdf|docx?|xlsx?|pptx?|wps|ofd|ceb|zip|rar)(\?|#|$)/i.exec(kit.attr(at, 'href'))?.[1]?.toLowerCase();
      if (kind === undefined || !kit.isShown(at)) return [];
      const says = `${kit.nameOf(at)} ${kit.attr(at, 'title')}`;
      return says.toLowerCase().includes(kind.slice(0, 3)) || /附件|下载|文档|表格|文件/.test(says) ? [] : [{ at, say: `${kit.nameOf(at)} (${kind})` }];
    }),
  ),
] as const;
