import { beforeEach, expect, it, vi } from 'vitest';
import { isPressable, kindOf, labelOf, pictureOf } from '../../../../shared/features/image/pictures';

/** jsdom lays nothing out: the size is what the element's attributes say. */
beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return { width: Number(this.getAttribute('width')), height: Number(this.getAttribute('height')) } as DOMRect;
  });
  Object.defineProperty(HTMLImageElement.prototype, 'naturalWidth', { configurable: true, get: () => 100 });
  Object.defineProperty(HTMLImageElement.prototype, 'naturalHeight', { configurable: true, get: () => 100 });
  return () => vi.restoreAllMocks();
});

const element = (html: string): Element => {
  document.body.innerHTML = html;
  return document.body.querySelector('.it') ?? (document.body.firstElementChild as Element);
};

it('tells pictures from icons, spacers and grounds of text', () => {
  expect(kindOf(element('<img width="100" height="34">'))).toBe('raster');
  expect(kindOf(element('<img width="60" height="20">'))).toBe('raster');
  expect(kindOf(element('<img width="20" height="20">'))).toBeNull();
  expect(kindOf(element('<img width="300" height="1">'))).toBeNull();
  expect(kindOf(element('<svg width="24" height="24"></svg>'))).toBeNull();
  expect(kindOf(element('<svg width="200" height="100"></svg>'))).toBe('svg');
  expect(kindOf(element('<svg width="200" height="100" aria-hidden="true"></svg>'))).toBeNull();
  expect(kindOf(element('<div width="99" height="99" style="background-image: url(seal.png)"></div>'))).toBe('box');
  expect(kindOf(element('<div width="99" height="99" style="background-image: url(seal.png)">正文</div>'))).toBeNull();
  expect(kindOf(element('<input type="image" src="go.png" width="90" height="30">'))).toBe('input');
});

it('what is inside a drawing belongs to the drawing', () => {
  const path = element('<svg width="200" height="100"><g><path class="it"/></g></svg>');
  expect(pictureOf(path)?.localName).toBe('svg');
});

it('leaves a press to links, buttons and what the page made pressable', () => {
  expect(isPressable(element('<a href="#"><img class="it"></a>'))).toBe(true);
  expect(isPressable(element('<img class="it" onclick="again()">'))).toBe(true);
  expect(isPressable(element('<img class="it" style="cursor: pointer">'))).toBe(true);
  expect(isPressable(element('<p><img class="it"></p>'))).toBe(false);
});

it('says what the page says of it', () => {
  expect(labelOf(element('<img alt=" 验证码 ">'))).toBe('验证码');
  expect(labelOf(element('<img alt="" title="公章">'))).toBe('公章');
  expect(labelOf(element('<figure><img class="it"><figcaption>收入图</figcaption></figure>'))).toBe('收入图');
  expect(labelOf(element('<img>'))).toBe('');
});
