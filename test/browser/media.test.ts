// 本页的声音和视频: what plays on a page, from a panel, by keyboard alone; the page's own elements do it, and nothing else of the page changes.
import { beforeEach, describe, expect, it } from 'vitest';
import { createAskedPanel } from '../support/asked-panel';
import { BROWSERS } from '../support/browsers';
import { pageDifferences, takePageSnapshot } from '../../scripts/instrument/instrument';
import { makeWav } from '../support/make-wav';
import { ask, closeAndForget, set, visit, widgetMount } from '../support/product';
import { expectNoOwnErrors } from '../support/no-own-errors';
import { TAG } from '../support/site';
import { useBrowser } from '../support/use-browser';

const page = (body: string) => `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>政策解读</title><body style="margin:0;padding:0 20px;max-width:40em">${body}
<p><a href="#" data-mingdu-open>无障碍浏览</a></p>${TAG}</body></html>`;
const MEDIA = page(`<h1>政策解读</h1><section><h2>局长谈养老补贴</h2><audio id="talk" src="/sound/talk.wav"></audio></section>
<audio id="back" src="/sound/0012.wav" title="背景音乐" hidden></audio><audio id="broken" src="/sound/gone.wav" aria-label="旧录音"></audio><audio id="nothing"></audio>
<div style="height:1200px"></div><figure><video id="film" src="/sound/film.wav" width="320" height="180"></video><figcaption>办事流程演示</figcaption></figure>
<div id="shadow"></div><iframe id="frame" width="300" height="120" srcdoc="<h2>乡镇广播</h2><audio id=radio src='/sound/radio.wav'></audio>"></iframe>
<h2>直播回放</h2><iframe id="outside" width="320" height="180" src="OUTSIDE/player.html"></iframe>
<script>const root = document.getElementById('shadow').attachShadow({ mode: 'open' }); root.append(Object.assign(document.createElement('audio'), { src: '/sound/inner.wav', title: '组件里的录音' }));</script>`);

describe.each(BROWSERS)('sounds and films in %s', (name) => {
  const bench = useBrowser(
    name,
    [
      {
        at: '/',
        from: (path) => ({ type: 'text/html', body: path === 'none' ? page('<p>这里只有文字。</p>') : path === 'player.html' ? '<p>外来的播放器</p>' : MEDIA.replace('OUTSIDE', bench.site.on('other.example.gov.cn', '').replace(/\/$/, '')) }),
      },
      { at: '/sound/', from: (path) => (path === 'gone.wav' ? undefined : { type: 'audio/wav', body: makeWav(path === 'short.wav' ? 0.4 : 60) }) },
      widgetMount(),
    ],
  );
  expectNoOwnErrors(() => bench.page);
  const panel = createAskedPanel(() => bench.page, '本页的声音和视频');
  const inPage = <Answer>(expression: string) => bench.page.evaluate(expression) as Promise<Answer>;
  const rowOf = async (title: string) => (await panel.rows()).find((row) => row.startsWith(title)) ?? '';

  beforeEach(async () => {
    await visit(bench.page, `${bench.site.origin}/`);
    await panel.until(() => inPage<boolean>(`[talk, back, film].every((one) => one.readyState > 0)`));
    return () => closeAndForget(bench.page);
  });

  it('lists them all by name, hidden ones, those in shadow roots and frames, and names a player of another site', async () => {
    await panel.open();
    await panel.until(async () => (await panel.rows()).length === 7);
    const titles = (await panel.rows()).map((row) => row.split('|')[0]);
    expect(titles).toEqual(['局长谈养老补贴', '背景音乐', '旧录音', '办事流程演示', '组件里的录音', '乡镇广播', '直播回放']);
    expect(await rowOf('局长')).toBe('局长谈养老补贴|没有放 · 0:00，共 1:00');
    expect(await rowOf('直播')).toContain('请直接在里面看');
    expect(await panel.told()).toBe('共 7 个');
    // Silent until asked.
    expect(await inPage('[talk, back, film].every((one) => one.paused)')).toBe(true);
  });

  it('plays and pauses by keyboard; the state follows the element, whoever changes it', async () => {
    const { page } = bench;
    await panel.open();
    expect(await panel.focused()).toBe('播放：局长谈养老补贴');
    await page.keyboard.press('Enter');
    await panel.until(async () => (await rowOf('局长')).includes('正在放'));
    expect(await inPage('talk.paused')).toBe(false);
    expect(await panel.focused()).toBe('暂停：局长谈养老补贴');
    await page.keyboard.press('Enter');
    await panel.until(async () => (await rowOf('局长')).includes('没有放'));
    expect(await inPage('talk.paused')).toBe(true);
    await inPage(`talk.src = '/sound/short.wav'`);
    await panel.until(() => inPage<boolean>('talk.readyState > 0'));
    await page.keyboard.press('Enter');
    await panel.until(async () => (await rowOf('局长')).includes('放完了'));
    expect(await panel.focused()).toBe('再放一遍：局长谈养老补贴');
    // The page's own doing shows too.
    await inPage('back.muted = true; back.play()');
    await panel.until(async () => /正在放 · 静音 · 0:0/.test(await rowOf('背景')));
    await panel.press('静音：背景音乐');
    await panel.until(async () => !(await rowOf('背景')).includes('静音'));
    expect(await inPage('back.muted')).toBe(false);
    await panel.press('暂停：背景音乐');
    await panel.until(() => inPage<boolean>('back.paused'));
  });

  it('a film far down is brought into view, and one in a frame or a shadow root plays too', async () => {
    await panel.open();
    await panel.press('播放：办事流程演示');
    await panel.until(async () => (await rowOf('办事')).includes('正在放'));
    const box = await inPage<{ top: number; bottom: number }>('(({ top, bottom }) => ({ top, bottom }))(film.getBoundingClientRect())');
    expect(box.top).toBeGreaterThanOrEqual(0);
    expect(box.bottom).toBeLessThanOrEqual(await inPage<number>('innerHeight'));
    for (const [title, paused] of [['组件里的录音', `shadow.shadowRoot.querySelector('audio').paused`], ['乡镇广播', `frame.contentDocument.getElementById('radio').paused`]] as const) {
      await panel.press(`播放：${title}`);
      await panel.until(async () => !(await inPage<boolean>(paused)));
    }
  });

  it('says in one sentence what cannot be played, and that the browser refused', async () => {
    await panel.open();
    await panel.press('播放：旧录音');
    await panel.until(async () => (await panel.told()) === '“旧录音”放不出来，文件可能坏了或已经不在了。');
    await inPage(`back.play = () => Promise.reject(new DOMException('no', 'NotAllowedError'))`);
    await panel.press('播放：背景音乐');
    await panel.until(async () => (await panel.told()) === '浏览器没让“背景音乐”出声。请再按一次“播放”。');
  });

  it('plays what 停住会动的 would stop, for the reader asked for it', async () => {
    await inPage(`film.autoplay = true`);
    await set(bench.page, { still: true });
    await panel.open();
    await panel.until(() => inPage<boolean>('film.paused'));
    await panel.press('播放：办事流程演示');
    await panel.until(async () => (await rowOf('办事')).includes('正在放'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await inPage('film.paused')).toBe(false);
  });

  it('Escape closes it, 退出 leaves the page as it was, and what plays plays on', async () => {
    const { page } = bench;
    await takePageSnapshot(page);
    await panel.open();
    await page.keyboard.press('Enter');
    await panel.until(async () => (await rowOf('局长')).includes('正在放'));
    await page.keyboard.press('Escape');
    await panel.until(async () => !(await panel.isOpen()));
    await ask(page, 'close()');
    expect(await inPage('talk.paused')).toBe(false);
    await inPage('talk.pause()');
    expect((await pageDifferences(page)).filter((one) => !/^focus in the document/.test(one))).toEqual([]);
  });

  it('goes to a player of another site, and says so where there is nothing', async () => {
    await panel.open();
    await panel.press('到那里：直播回放');
    await panel.until(() => inPage<boolean>(`document.activeElement.id === 'outside'`));
    await visit(bench.page, `${bench.site.origin}/none`);
    await panel.open();
    expect(await panel.told()).toBe('这一页没有声音，也没有视频。');
    expect(await panel.focused()).toBe('关闭');
  });
});
