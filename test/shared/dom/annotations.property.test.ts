// Annotated text against a page without any: the same moves of the page on both, and in the end, whenever what was annotated, both are alike.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createAnnotatedPage } from '../../support/annotated-page';
import { runs } from '../../support/properties';

const HTML = '<p>农村<b>好</b>吗</p><div>甲<i>乙</i><span></span></div><ul><li>一</li><li>二</li></ul>';
const place = fc.nat({ max: 30 });
const data = fc.constantFrom('新', '新的字', '', ' ', '𠮷田');
const operation = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('annotate' as const), at: place }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('clear' as const), at: place }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('end' as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('flush' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('write' as const), at: place, data }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), at: place }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('append' as const), at: place, to: place }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('before' as const), at: place, to: place }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('insert' as const), to: place, data }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('text' as const), to: place, data }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('html' as const), to: place, data }) },
);

/** The page's own nodes, made in the same order on both pages. */
function nodesOf(root: Node): Node[] {
  const walker = document.createTreeWalker(root);
  const nodes: Node[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node);
  return nodes;
}

/** Where a node stands among the page's own: a wrapper of ours after an emptied text is no place of the page's. */
function move(nodes: Node[], step: { do: string; at?: number; to?: number; data?: string }): void {
  const pick = (at = 0) => nodes[at % nodes.length] as Node;
  const isIn = (node: Node, other: Node) => node.contains(other);
  const element = (at = 0) => {
    const found = pick(at);
    return (found.nodeType === 1 ? found : (found.parentElement ?? nodes.find((node) => node.nodeType === 1))) as Element;
  };
  const [node, to] = [pick(step.at), element(step.to)];
  if (step.do === 'write' && node.nodeType === 3) (node as Text).data = step.data ?? '';
  if (step.do === 'remove') (node as ChildNode).remove();
  if (step.do === 'append' && !isIn(node, to)) to.append(node);
  if (step.do === 'before') {
    const target = pick(step.to);
    if (target !== node && target.parentNode && !isIn(node, target)) target.parentNode.insertBefore(node, target);
  }
  if (step.do === 'insert') nodes.push(to.appendChild(document.createTextNode(step.data ?? '')));
  if (step.do === 'text') to.textContent = step.data ?? '';
  if (step.do === 'html') to.innerHTML = `<u>${step.data ?? ''}</u>`;
  if (step.do === 'text' || step.do === 'html') nodes.push(...nodesOf(to).filter((one) => !nodes.includes(one)));
}

it('whatever the page and we do in turn, in the end there is what the page wrote, in its own nodes, and nothing of ours in or out of it', () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 25 }), (operations) => {
      const bench = createAnnotatedPage();
      bench.show(HTML);
      const plain = document.createElement('main');
      plain.innerHTML = HTML;
      const [mine, model] = [nodesOf(bench.root), nodesOf(plain)];
      for (const step of operations) {
        if (step.do === 'flush') bench.flush();
        else if (step.do === 'end') bench.mute(() => mine.forEach((node) => node.nodeType === 3 && bench.mine.clear(node as Text)));
        else if (step.do === 'annotate' || step.do === 'clear') {
          const node = mine[step.at % mine.length] as Text;
          if (node.nodeType !== 3) continue;
          if (step.do === 'clear') bench.mute(() => bench.mine.clear(node));
          // An aid annotates what is in the page.
          else if (node.isConnected) bench.annotate(node);
        } else {
          move(mine, step);
          move(model, step);
        }
        if (step.do !== 'flush') continue;
        // Once the page's own moves are heard of the reader sees the page's text, and what the page took out is as it was.
        expect(bench.root.textContent).toBe(plain.textContent);
        mine.forEach((node, at) => {
          if (!bench.root.contains(node)) expect([node.nodeValue, (node as Partial<Element>).outerHTML]).toEqual([model[at]?.nodeValue, (model[at] as Partial<Element>).outerHTML]);
        });
      }
      bench.flush();
      bench.mute(bench.mine.undo);
      expect(bench.root.innerHTML).toBe(plain.innerHTML);
      expect(mine.length).toBe(model.length);
      mine.forEach((node, at) => {
        expect(node.nodeValue).toBe(model[at]?.nodeValue);
        expect(mine.indexOf(node.parentNode as Node)).toBe(model.indexOf(model[at]?.parentNode as Node));
        if (node.nodeType === 1) expect((node as Element).outerHTML).toBe((model[at] as Element).outerHTML);
      });
    }),
    runs(150),
  );
});
