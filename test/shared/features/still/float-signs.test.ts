// Which floating boxes are decoration: the cases of real portals, one line each.
import { describe, expect, it } from 'vitest';
import { type FloatSigns, isDecoration } from '../../../../shared/features/still/float-signs';

const BOX: FloatSigns = {
  wide: 0.12, high: 0.3, area: 120 * 240, atTop: false, atBottom: false, words: '', pictures: 0, moves: false, isPair: false, closes: false, isNamed: false, isNeeded: false,
};
const LONG = '停水通知：因主管道检修，本周六上午八点到下午五点，城关镇、河东片区、甪岭一带停水，请提前储水，养老院和学校由送水车保障，不便之处请谅解，咨询请打总机。';

describe('is hidden', () => {
  it.each<[string, Partial<FloatSigns>]>([
    ['a picture that a script moves about', { moves: true, pictures: 1 }],
    ['words that a script moves about', { moves: true, words: '热烈祝贺我县荣获全市卫生县城称号' }],
    ['the halves of a couplet', { isPair: true, pictures: 1 }],
    ['a picture with a button to close it', { closes: true, pictures: 0.9, words: '扫一扫关注 ×' }],
    ['a picture that is a link and says nothing', { pictures: 1 }],
    ['what is named an advertisement and can be closed', { closes: true, isNamed: true, words: '专题活动正在进行 ×' }],
    ['a picture over the whole window with its shade', { wide: 1, high: 1, closes: true, pictures: 0.2, atTop: true, atBottom: true }],
    ['a picture along the bottom that can be closed', { wide: 1, high: 0.15, atBottom: true, closes: true, pictures: 0.9 }],
  ])('%s', (_, signs) => expect(isDecoration({ ...BOX, ...signs })).toBe(true));
});

describe('stays', () => {
  it.each<[string, Partial<FloatSigns>]>([
    ['a bar at the top', { wide: 1, high: 0.1, atTop: true, words: '首页 政务公开' }],
    ['the way back to the top', { words: '返回顶部', area: 60 * 60 }],
    ['help and feedback at the side', { words: '智能问答 意见反馈', pictures: 0.7 }],
    ['the entrance to reading aids', { words: '无障碍浏览', pictures: 0.9 }],
    ['what asks for consent', { words: '本站使用 cookie 同意 ×', closes: true, wide: 1, atBottom: true }],
    ['a form, a dialog or a landmark', { isNeeded: true, closes: true, pictures: 1, moves: true }],
    ['a notice of some length', { words: LONG, closes: true, isNamed: true }],
    ['a small picture at the edge', { pictures: 1, area: 60 * 60 }],
    ['a shade without a picture', { wide: 1, high: 1, atTop: true, atBottom: true }],
    ['plain words without any sign', { words: '本周五下午三点，县长在线访谈' }],
  ])('%s', (_, signs) => expect(isDecoration({ ...BOX, ...signs })).toBe(false));
});
