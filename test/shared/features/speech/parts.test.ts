// @vitest-environment jsdom
// The parts of reading aloud that need no browser: tracks, names and roles, which marking is seen on which ground, work in slices.
import { describe, expect, it } from 'vitest';
import { markingFor } from '../../../../shared/marking/marking';
import { luminance } from '../../../../shared/page/ground';
import { fieldSaid } from '../../../../shared/features/speech/extras/field-names';
import { nameOf, roleOf } from '../../../../shared/features/speech/roles';
import { inSlices } from '../../../../shared/page/slices';
import { blocksTrack } from '../../../../shared/features/speech/track';
import { blocksIn } from '../../../../shared/page/blocks';
import type { Page } from '../../../../shared/page/page';

const page = { document, textOf: (text: Text) => text.data, pointAt: (text: Text, offset: number) => ({ node: text, offset }) } as unknown as Page;
const write = (html: string) => {
  document.body.innerHTML = html;
};
const textOf = (element: Element) => [...blocksIn(page, element)].map(({ text }) => text).join(' ');

describe('a track over blocks', () => {
  const track = (start?: { block: number; offset: number }, until?: number) => {
    write('<p>第一句话写在这里。第二句话写在这里。</p><p>————</p><p>第三句话写在这里。</p>');
    return blocksTrack(page, [...blocksIn(page, document.body)], { ...(start ? { start } : {}), ...(until === undefined ? {} : { until }) });
  };
  it('goes to the end and back to the beginning, past blocks without a sentence', () => {
    const one = track();
    const text = () => one.current?.text;
    const seen: (string | undefined)[] = [];
    for (; text() !== undefined; one.forward()) seen.push(text());
    expect(seen).toEqual(['第一句话写在这里。', '第二句话写在这里。', '第三句话写在这里。']);
    const back: (string | undefined)[] = [];
    for (one.back(); text() !== undefined; one.back()) back.push(text());
    expect(back).toEqual([...seen].reverse());
    one.forward();
    expect(text()).toBe(seen[0]);
  });
  it('begins with the sentence that holds an offset, and ends where it is told', () => {
    expect(track({ block: 0, offset: 12 }).current?.text).toBe('第二句话写在这里。');
    expect(track({ block: 1, offset: 0 }).current?.text).toBe('第三句话写在这里。');
    expect(track({ block: 2, offset: 0 }, 0).current).toBeNull();
  });
});

describe('names and roles', () => {
  it.each([
    ['<a href="#">通知<span aria-hidden="true">→</span>公告</a>', '通知公告', '链接'],
    ['<button><img alt="搜索"></button>', '搜索', '按钮'],
    ['<input type="submit" value="提交">', '提交', '按钮'],
    ['<input type="text" value="不能读出来" title="姓名">', '姓名', '输入框'],
    ['<input type="password" value="不能读出来" placeholder="请输入口令">', '请输入口令', '密码框'],
    ['<textarea aria-label="留言">不能读出来</textarea>', '留言', '输入框'],
    ['<div contenteditable="true" title="正文">不能读出来</div>', '正文', '输入框'],
    ['<select aria-label="地区"><option>不能读出来</option></select>', '地区', '选择框'],
    ['<img alt="办公楼">', '办公楼', '图片'],
    ['<input type="checkbox" id="c"><label for="c">我已阅读</label>', '我已阅读', '复选框'],
    ['<input aria-labelledby="l"><b id="l">身份证号</b>', '身份证号', '输入框'],
    ['<h2 tabindex="0">办事指南</h2>', '办事指南', '标题'],
    ['<div role="textbox" tabindex="0" aria-label="银行卡号">不能读出来</div>', '银行卡号', '输入框'],
    ['<div role="combobox" tabindex="0" title="证件">不能读出来</div>', '证件', '选择框'],
    ['<p tabindex="0">一段话</p>', '一段话', ''],
  ])('%s', (html, name, role) => {
    write(html);
    const element = document.body.firstElementChild;
    if (!element) throw new Error('no element');
    expect([nameOf(element, textOf), roleOf(element)]).toEqual([name, role]);
  });
});

describe('a field in 指读, named as lens and caption name it', () => {
  it.each([
    ['<table><tr><td>户籍地：<font color="red">*</font></td><td><input value="不能读出来"></td></tr></table>', '户籍地', '必填'],
    ['<label>姓名 <input required></label>', '姓名', '必填'],
    ['<label>备注 <input></label>', '备注', ''],
    ['<fieldset><legend>来信类型</legend><label><input type="radio" name="t" required> 咨询</label></fieldset>', '来信类型，咨询', '必填'],
    ['<input value="不能读出来">', '', ''],
  ])('%s', (html, name, required) => {
    write(html);
    const field = document.querySelector('input');
    if (!field) throw new Error('no field');
    expect(fieldSaid(field)).toEqual({ name, required });
  });
});

describe('the marking is seen on every ground of ours', () => {
  it.each([
    ['#fff', 255, 255, 255, 'yellow'],
    ['#000', 0, 0, 0, 'yellow'],
    ['#00f', 0, 0, 255, 'yellow'],
    ['#fefecc', 254, 254, 204, 'yellow'],
    ['#ff0', 255, 255, 0, 'blue'],
  ])('%s', (_, red, green, blue, marking) => expect(markingFor(luminance({ red, green, blue }))).toBe(marking));
});

describe('work in slices', () => {
  function* steps(count: number): Generator<void, string, undefined> {
    for (let at = 0; at < count; at += 1) yield;
    return 'done';
  }
  it('is done at once when it is short, else a slice at a time', async () => {
    let time = 0;
    let waits = 0;
    const later = (run: () => void) => {
      waits += 1;
      queueMicrotask(run);
    };
    expect(await inSlices(steps(10), later, () => time)).toBe('done');
    expect(waits).toBe(0);
    expect(await inSlices(steps(1_000), later, () => (time += 10))).toBe('done');
    expect(waits).toBeGreaterThan(5);
  });
  it('an error ends it', async () => {
    const broken = (function* (): Generator<void, string, undefined> {
      yield;
      throw new Error('broken');
    })();
    await expect(inSlices(broken, () => undefined, () => 0)).rejects.toThrow('broken');
  });
});
