// What is found of a field in the markup that Chinese public pages have: landmarks of HTML, frameworks of today, tables of twenty years ago.
import { beforeEach, describe, expect, it } from 'vitest';
import { factsOf, isEmpty, isField, isFillable } from '../../../shared/page/field';
import { createTurn } from '../../../shared/i18n/zh-tw';
import { inWords } from '../../../shared/page/field-words';

beforeEach(() => document.body.replaceChildren());

/** The field with `id=x`, else the first one. */
function field(html: string): Element {
  document.body.innerHTML = html;
  const found = document.getElementById('x') ?? document.querySelector('input, select, textarea, [role]');
  if (!found) throw new Error('no field');
  return found;
}
const say = (html: string, touched = false) => inWords(factsOf(field(html), () => touched), 'zh-CN');

const CASES: readonly (readonly [what: string, html: string, said: string])[] = [
  ['a label by its id', '<label for="x">姓名：</label><input id="x">', '姓名'],
  ['a label around it, without what is chosen in it', '<label>性别 <select id="x"><option>男</option><option>女</option></select></label>', '性别'],
  ['two labels', '<label for="x">电话</label><label for="x">（手机）</label><input id="x">', '电话 （手机）'],
  ['aria-labelledby, several and hidden', '<b id="a" hidden>开户行</b><b id="b">账号</b><input id="x" aria-labelledby="a b gone">', '开户行 账号'],
  ['aria-label before a label', '<label for="x">名</label><input id="x" aria-label="申请人姓名">', '申请人姓名'],
  ['a title where there is nothing else', '<input id="x" title="站内搜索">', '站内搜索'],
  ['a placeholder as the last resort, not twice', '<input id="x" placeholder="请输入关键字">', '请输入关键字'],
  ['a placeholder as a hint beside a label', '<label for="x">手机号</label><input id="x" placeholder="11 位数字">', '手机号 · 11 位数字'],
  ['required by attribute', '<label for="x">姓名</label><input id="x" required>', '姓名，必填'],
  ['required by ARIA', '<input id="x" aria-label="姓名" aria-required="true">', '姓名，必填'],
  ['required by a star in the label', '<label for="x"><i class="red">*</i> 姓名</label><input id="x">', '姓名，必填'],
  ['required by a full-width star', '<label for="x">姓名＊：</label><input id="x">', '姓名，必填'],
  ['required by words', '<label for="x">姓名（必填）</label><input id="x">', '姓名，必填'],
  ['not required by words about something else', '<label for="x">必要时可填的电话</label><input id="x">', '必要时可填的电话'],
  ['a star after the field, as old pages put it', '姓名：<input id="x"> <font color="red">*</font>', '姓名，必填'],
  ['a star by a class of a framework', '<div class="el-form-item is-required"><label for="x">单位</label><div><input id="x"></div></div>', '单位，必填'],
  ['a star by the class of the label', '<div class="ant-row"><label for="x" class="ant-form-item-required">单位</label><input id="x"></div>', '单位，必填'],
  ['a hint that is described', '<label for="x">口令</label><input id="x" type="password" value="geheim" aria-describedby="h"><span id="h">至少 8 位</span>', '口令 · 至少 8 位'],
  ['a hint in small type', '<div><label for="x">邮编</label><input id="x"><small>六位数字</small></div>', '邮编 · 六位数字'],
  ['a hint below, by its class', '<div class="form-group"><label for="x">邮编</label><input id="x"><p class="help-block">六位数字</p></div>', '邮编 · 六位数字'],
  ['no hint from a class that only looks like one', '<div><label for="x">邮编</label><input id="x"><p class="multiple">多选</p></div>', '邮编'],
  ['an error by aria-errormessage', '<label for="x">姓名</label><input id="x" aria-invalid="true" aria-errormessage="e"><b id="e">请写中文姓名</b>', '姓名 · 请写中文姓名'],
  ['none while it is not wrong', '<label for="x">姓名</label><input id="x" aria-errormessage="e"><div><b id="e">请写中文姓名</b></div>', '姓名'],
  ['an error by description', '<label for="x">姓名</label><input id="x" aria-invalid="true" aria-describedby="e"><div><b id="e">只能写汉字</b></div>', '姓名 · 只能写汉字'],
  ['hint and error together', '<div><label for="x">邮编</label><input id="x" required aria-invalid="true" aria-describedby="h e"><span id="h">六位数字</span><em id="e" class="error">位数不对</em></div>', '邮编，必填 · 位数不对 · 六位数字'],
  ['an alert in the same box', '<div class="row"><label for="x">姓名</label><div><input id="x"><p role="alert">请填姓名</p></div></div>', '姓名 · 请填姓名'],
  ['an error that a page keeps hidden is none', '<div><label for="x">姓名</label><input id="x"><p class="error" style="display:none">请填姓名</p></div>', '姓名'],
  ['the error of the next field is not its own', '<div><div><label for="x">姓名</label><input id="x"></div><div><input id="y"><p class="error">请填电话</p></div></div>', '姓名'],
  ['radio buttons in a fieldset', '<fieldset><legend>性别</legend><label><input type="radio" name="s"> 男</label><label><input id="x" type="radio" name="s" required> 女</label></fieldset>', '性别，女，必填'],
  ['a radiogroup', '<div role="radiogroup" aria-label="来信类型"><label><input id="x" type="radio" name="s">咨询</label></div>', '来信类型，咨询'],
  ['old radio buttons: words after them, the group before', '<table><tr><td>性别：</td><td><input type="radio" name="s">男 <input id="x" type="radio" name="s">女</td></tr></table>', '性别，女'],
  ['a field in an old table', '<table><tr><td align="right">姓&nbsp;名：</td><td><input id="x"></td></tr></table>', '姓 名'],
  ['a cell with a star', '<table><tr><td><font color="red">*</font>身份证号：</td><td><input id="x"></td></tr></table>', '身份证号，必填'],
  ['several pairs in a row', '<table><tr><td>姓名</td><td><input></td><td>电话</td><td><input id="x"></td></tr></table>', '电话'],
  ['a spanned name before', '<table><tr><td rowspan="2">联系人</td><td>地址</td><td><input></td></tr><tr><td>邮箱</td><td><input id="x"></td></tr></table>', '邮箱'],
  ['the head of a column', '<table><thead><tr><th>姓名</th><th>年龄</th></tr></thead><tr><td><input></td><td><input id="x"></td></tr></table>', '年龄'],
  ['the row over it', '<table><tr><td>姓名</td><td>年龄</td></tr><tr><td><input></td><td><input id="x"></td></tr></table>', '年龄'],
  ['text and field in one cell, hint after', '<table><tr><td>密码：<input id="x" type="password">（6 到 12 位）</td></tr></table>', '密码 · （6 到 12 位）'],
  ['text before in the line', '<p>用户名：<input><br>验证码：<input id="x"></p>', '验证码'],
  ['two in one line', '<p>从 <input> 到 <input id="x"></p>', '到'],
  ['a box with its name before', '<div><span class="lab">办件编号</span><div><div><input id="x"></div></div></div>', '办件编号'],
  ['a list of terms', '<dl><dt>标题</dt><dd><input id="x"></dd></dl>', '标题'],
  ['not a long sentence before it', '<p>本系统由本县人民政府办公室负责建设和维护请您在下面的框里认真如实填写有关内容 <input id="x" title="内容"></p>', '内容'],
  ['not the words of a button before it', '<p><button>登录</button><input id="x" title="搜索"></p>', '搜索'],
  ['rich text by role', '<div id="x" role="textbox" aria-label="意见" aria-multiline="true">写了一些</div>', '意见'],
  ['nothing at all', '<input id="x">', ''],
  ['words of a script are none', '<label for="x">姓名<script>var a</script></label><input id="x">', '姓名'],
];

describe('a field in words', () => {
  it.each(CASES)('%s', (_, html, said) => expect(say(html)).toBe(said));

  it('says that nothing is entered only after the reader has been there', () => {
    const html = '<label for="x">姓名</label><input id="x" required>';
    expect(say(html)).toBe('姓名，必填');
    expect(say(html, true)).toBe('姓名，必填 · 还没有填');
    expect(say('<label><input id="x" type="checkbox" required> 我已看过</label>', true)).toBe('我已看过，必填 · 还没有选');
    expect(inWords(factsOf(field(html), () => true), 'en')).toBe('姓名, required · Nothing is entered yet');
    // Our words are turned, the page's are not.
    const turn = createTurn({ 还: '還', 没: '沒', 填: '塡', 姓: '?' });
    expect(inWords(factsOf(field(html), () => true), 'zh-TW', turn)).toBe('姓名，必塡 · 還沒有塡');
  });

  it('says what a page says of its own accord through the browser', () => {
    const input = field('<label for="x">姓名</label><input id="x" value="abc">') as HTMLInputElement;
    input.setCustomValidity('请写中文姓名');
    expect(inWords(factsOf(input), 'zh-CN')).toBe('姓名');
    expect(inWords(factsOf(input, () => true), 'zh-CN')).toBe('姓名 · 请写中文姓名');
  });

  it('never says what is written in any field', () => {
    for (const html of ['<input value="SECRET">', '<input type="password" value="SECRET">', '<textarea>SECRET</textarea>', '<select><option>SECRET</option></select>', '<div role="textbox" contenteditable="true">SECRET</div>']) {
      for (const around of [`<p>${html}<input id="x"></p>`, `<table><tr><td>${html}</td><td><input id="x"></td></tr></table>`, `<label>名${html.replace('>', ' id="x">')}</label>`]) {
        expect(say(around, true)).not.toContain('SECRET');
      }
    }
  });

  it('reads names that are annotated with pinyin as the page wrote them', () => {
    expect(say('<label for="x"><mingdu-text data-mingdu><ruby data-mingdu>姓<rt data-py="xìng"></rt>名<rt data-py="míng"></rt></ruby></mingdu-text></label><input id="x">')).toBe('姓名');
    expect(say('<p><span data-mingdu>我们的</span>姓名 <input id="x"></p>')).toBe('姓名');
  });

  it('changes nothing in the page', () => {
    const input = field('<form><label for="x">姓名</label><input id="x" required></form>');
    const before = document.body.innerHTML;
    let heard = 0;
    input.addEventListener('invalid', () => (heard += 1));
    factsOf(input, () => true);
    isEmpty(input);
    expect([document.body.innerHTML, heard]).toEqual([before, 0]);
  });
});

it('knows what is empty', () => {
  const empty = (html: string) => isEmpty(field(html));
  expect(empty('<input value=" ">')).toBe(true);
  expect(empty('<input value="王">')).toBe(false);
  expect(empty('<textarea></textarea>')).toBe(true);
  expect(empty('<select><option value="">请选择</option><option>一</option></select>')).toBe(true);
  expect(empty('<select><option value="0">--请选择--</option><option>一</option></select>')).toBe(true);
  expect(empty('<select><option value="0">一</option></select>')).toBe(false);
  expect(empty('<input type="checkbox" value="1">')).toBe(true);
  expect(empty('<input type="radio" name="a"><input type="radio" name="a" checked>')).toBe(false);
  expect(empty('<div role="textbox" contenteditable="true"> </div>')).toBe(true);
  expect(empty('<div role="checkbox" aria-checked="true">同意</div>')).toBe(false);
});

it('knows what can be filled', () => {
  expect(isFillable(field('<input>'))).toBe(true);
  expect(isFillable(field('<fieldset disabled><input></fieldset>'))).toBe(false);
  expect(isFillable(field('<input readonly>'))).toBe(false);
  expect(isFillable(field('<div style="display:none"><input></div>'))).toBe(false);
  expect(isField(field('<input type="submit">'))).toBe(false);
  expect(isField(field('<input>'))).toBe(true);
});
