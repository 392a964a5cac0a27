import { beforeEach, expect, it } from 'vitest';
import { fieldText } from '../../../shared/page/what';

const say = (html: string) => {
  document.body.innerHTML = html;
  const element = document.querySelector('input, textarea, select, option, p');
  return element && fieldText(element);
};

beforeEach(() => document.body.replaceChildren());

it('a field says its value, else what it asks for, else its name; a password never', () => {
  expect(say('<input value=" 张 三 ">')).toBe('张 三');
  expect(say('<input placeholder="请填姓名">')).toBe('请填姓名');
  expect(say('<label for="a">姓名</label><input id="a">')).toBe('姓名');
  expect(say('<input type="password" value="secret" aria-label="密码">')).toBe('密码');
  expect(say('<input type="submit" value="提交">')).toBe('提交');
  expect(say('<label><input type="checkbox" value="phone"> 电话</label>')).toBe('电话');
  expect(say('<select><option>一</option><option selected>二</option></select>')).toBe('二');
  expect(say('<textarea>第一行\n第二行</textarea>')).toBe('第一行');
  expect(say('<p>不是字段</p>')).toBeNull();
});

it('a field of several lines says the one that is written in', () => {
  document.body.innerHTML = '<textarea>第一行\n第二行\n第三行</textarea>';
  const field = document.querySelector('textarea') as HTMLTextAreaElement;
  field.focus();
  field.setSelectionRange(6, 6);
  expect(fieldText(field)).toBe('第二行');
});
