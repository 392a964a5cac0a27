// The widget beyond the loader: fetched at first use, or when the reader left the assist on.
import { provide } from '../shared/packs/registry';
import { createProduct } from '../shared/product';
import { createWidgetHost } from './host';
import type { Handover, Main } from './loader';

const main: Main = {
  async start(handover: Handover) {
    const { rules, version, asked } = handover;
    const host = createWidgetHost(window, handover);
    const product = createProduct({ document, host, rules, version, signal: new AbortController().signal });
    await product.begin();
    if (asked) {
      await (asked === 'on' && handover.open ? handover.open(false, product) : product.open());
      if (asked === 'elder' && !product.choices.isPresetOn('elder')) await product.choices.preset('elder');
    }
    return product;
  },
};

provide('mingdu-main', main);
